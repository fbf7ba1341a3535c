import type { ScreenTier } from "./layers";

/** How a screen is shared: how large, how often, and at which rate at most. */
export const TIERS = {
  "1080p60": { height: 1_080, fps: 60, bitrate: 8_000_000 },
  "1080p30": { height: 1_080, fps: 30, bitrate: 5_000_000 },
  "720p30": { height: 720, fps: 30, bitrate: 2_500_000 },
  "480p24": { height: 480, fps: 24, bitrate: 900_000 },
} as const;

export type Tier = keyof typeof TIERS;

export interface ScreenWish {
  tier: Tier;
  mode: "text" | "motion";
  sound: boolean;
}

export const tierOf = (wish: ScreenWish): ScreenTier => ({ ...TIERS[wish.tier], mode: wish.mode });

/** Asks the person what to share. */
export async function captureScreen(wish: ScreenWish): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: within(wish.tier),
    audio: wish.sound && { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  hint(stream, wish);
  return stream;
}

/** Changes what is shared already. The browser takes the picture itself no larger and no more often than the tier says. */
export async function reshapeScreen(stream: MediaStream, wish: ScreenWish): Promise<void> {
  hint(stream, wish);
  await Promise.all(stream.getVideoTracks().map((track) => track.applyConstraints(within(wish.tier))));
}

const within = (tier: Tier): MediaTrackConstraints => ({
  height: { max: TIERS[tier].height },
  frameRate: { max: TIERS[tier].fps },
});

/** Tells the encoder what must stay: sharp letters or smooth movement. */
function hint(stream: MediaStream, wish: ScreenWish) {
  for (const track of stream.getVideoTracks()) track.contentHint = wish.mode === "text" ? "detail" : "motion";
}
