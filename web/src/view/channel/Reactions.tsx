import SmilePlus from "lucide-solid/icons/face-slightly-smiling-plus";
import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { createDeed } from "./createDeed";
import { toggleReaction } from "./deeds";

const EmojiPicker = lazy(() => import("../emoji/EmojiPicker"));

export function Reactions(props: { message: Message }) {
  const app = useApp();
  const attempt = createDeed();
  const [picking, pick] = createSignal<HTMLElement>();
  const may = () => app.rights.mayIn("addReactions", props.message.channel_id);
  return (
    <Show when={props.message.reactions?.length}>
      <ul class="flex flex-wrap items-center gap-1 mt-1 mb-0.5" aria-label={t("chat.reactions")}>
        <For each={props.message.reactions}>
          {(reaction) => (
            <li>
              <button
                type="button"
                aria-pressed={reaction.me}
                aria-label={t("chat.reaction", { emoji: reaction.emoji.name ?? "", count: reaction.count })}
                class="inline-flex items-center gap-1.5 h-7 px-2 rounded-full border text-sm tabular-nums cursor-pointer transition-colors"
                classList={{
                  "bg-accent-soft border-accent text-accent font-semibold": reaction.me,
                  "bg-bg-3 border-transparent text-fg-1 hover:border-line-strong": !reaction.me,
                }}
                onClick={() => attempt(toggleReaction(app, props.message, reaction.emoji))}
              >
                <span class="emoji text-base leading-none">{reaction.emoji.name}</span>
                <span class="text-xs font-semibold">{reaction.count}</span>
              </button>
            </li>
          )}
        </For>
        <Show when={may()}>
          <li class="op-0 group-hover:op-100 focus-within:op-100 max-md:op-100">
            <IconButton
              size="sm"
              label={t("chat.addReaction")}
              onClick={(event) => pick(event.currentTarget)}
            >
              <SmilePlus size={16} />
            </IconButton>
          </li>
        </Show>
      </ul>
      <Show when={picking()}>
        {(anchor) => (
          <Suspense>
            <EmojiPicker
              anchor={anchor()}
              onClose={() => pick(undefined)}
              onPick={(emoji) => {
                pick(undefined);
                attempt(toggleReaction(app, props.message, { id: null, name: emoji }));
              }}
            />
          </Suspense>
        )}
      </Show>
    </Show>
  );
}
