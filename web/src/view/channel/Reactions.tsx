import SmilePlus from "lucide-solid/icons/face-slightly-smiling-plus";
import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { createDeed } from "../form/createDeed";
import { toggleReaction } from "./deeds";
import { ReactionButton } from "./ReactionButton";

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
              <ReactionButton message={props.message} reaction={reaction} />
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
              onPick={(emoji, own) => {
                pick(undefined);
                attempt(toggleReaction(app, props.message, own ?? { id: null, name: emoji }));
              }}
            />
          </Suspense>
        )}
      </Show>
    </Show>
  );
}
