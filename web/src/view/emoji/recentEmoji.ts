const KEY = "parley.emoji";
const KEPT = 16;
const FIRST = ["👍", "❤️", "😂", "🎉", "😮", "😢", "🙏", "👀"];

/** The emoji used last on this device, the newest first; to begin with, those that everybody uses. */
export function recentEmoji(storage: Storage = localStorage): string[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? "null");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : FIRST;
  } catch {
    return FIRST;
  }
}

export function rememberEmoji(emoji: string, storage: Storage = localStorage): void {
  const others = recentEmoji(storage).filter((one) => one !== emoji);
  storage.setItem(KEY, JSON.stringify([emoji, ...others].slice(0, KEPT)));
}
