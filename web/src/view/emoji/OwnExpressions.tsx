import { For, Show } from "solid-js";
import { emojiUrl } from "~/api/cdn";
import type { Sticker } from "~/api/files";
import type { Emoji } from "~/api/types";
import { useApp } from "~/state/app";
import { StickerPicture } from "../files/StickerPicture";

interface OwnExpressionsProps {
  word: string;
  onPick: (emoji: string, own?: Emoji) => void;
  onSticker?: ((sticker: Sticker) => void) | undefined;
}

/** The emoji of one's guilds, and their stickers where one can be sent. */
export function OwnExpressions(props: OwnExpressionsProps) {
  const app = useApp();
  const fits = (name: string | null) =>
    !props.word || (name ?? "").toLowerCase().includes(props.word.toLowerCase());
  return (
    <For each={app.guilds.all()}>
      {(guild) => {
        const emojis = () => (guild.emojis ?? []).filter((one) => fits(one.name));
        const stickers = () =>
          props.onSticker ? (guild.stickers ?? []).filter((one) => fits(one.name)) : [];
        return (
          <Show when={emojis().length + stickers().length}>
            <section>
              <h3 class="sticky top-0 z-1 py-1.5 px-1 text-xs font-semibold text-fg-2 bg-bg-float truncate">
                {guild.name}
              </h3>
              <div class="grid grid-cols-8">
                <For each={emojis()}>
                  {(emoji) => (
                    <button
                      type="button"
                      aria-label={emoji.name ?? ""}
                      title={`:${emoji.name}:`}
                      class="grid place-content-center h-10 rounded-sm cursor-pointer hover:bg-bg-active -outline-offset-2"
                      onClick={() => props.onPick(`:${emoji.name}:`, emoji)}
                    >
                      <img src={emojiUrl(emoji)} alt="" class="w-7 h-7 object-contain" loading="lazy" />
                    </button>
                  )}
                </For>
              </div>
              <div class="grid grid-cols-4 gap-1">
                <For each={stickers()}>
                  {(sticker) => (
                    <button
                      type="button"
                      aria-label={sticker.name}
                      title={sticker.name}
                      class="grid place-content-center h-20 rounded-sm cursor-pointer hover:bg-bg-active -outline-offset-2"
                      onClick={() => props.onSticker?.(sticker)}
                    >
                      <StickerPicture sticker={sticker} alt={sticker.name} class="w-17 h-17" />
                    </button>
                  )}
                </For>
              </div>
            </section>
          </Show>
        );
      }}
    </For>
  );
}
