import Ellipsis from "lucide-solid/icons/ellipsis";
import SmilePlus from "lucide-solid/icons/face-slightly-smiling-plus";
import Pencil from "lucide-solid/icons/pencil";
import Reply from "lucide-solid/icons/reply";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import type { Id, Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { Menu } from "~/ui/Menu";
import { createDeed } from "../form/createDeed";
import { useConversation } from "./conversation";
import { toggleReaction } from "./deeds";
import { messageMenu } from "./messageMenu";

const EmojiPicker = lazy(() => import("../emoji/EmojiPicker"));

interface MessageActionsProps {
  message: Message;
  onDelete: (message: Id) => void;
  /** While something of it is open, the bar stays although the pointer has left. */
  onBusy: (busy: boolean) => void;
}

/** The bar that appears over a message under the pointer or the focus. */
export function MessageActions(props: MessageActionsProps) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const [picking, pick] = createSignal<HTMLElement>();
  const [more, openMore] = createSignal<HTMLElement>();
  const channel = () => props.message.channel_id;
  const mine = () => props.message.author.id === app.session.me()?.id;
  const open = (what: "pick" | "more", anchor?: HTMLElement) => {
    if (what === "pick") pick(anchor);
    else openMore(anchor);
    props.onBusy(Boolean(anchor));
  };
  return (
    <div class="appear absolute end-4 -top-4 z-1 flex p-0.5 rounded-md bg-bg-float border border-line shadow-low">
      <Show when={app.rights.mayIn("addReactions", channel())}>
        <IconButton
          size="sm"
          label={t("chat.addReaction")}
          onClick={(event) => open("pick", event.currentTarget)}
        >
          <SmilePlus size={17} />
        </IconButton>
      </Show>
      <Show when={mine()}>
        <IconButton size="sm" label={t("common.edit")} onClick={() => conversation.edit(props.message.id)}>
          <Pencil size={16} />
        </IconButton>
      </Show>
      <Show when={app.rights.mayIn("sendMessages", channel())}>
        <IconButton size="sm" label={t("chat.reply")} onClick={() => conversation.reply(props.message)}>
          <Reply size={17} />
        </IconButton>
      </Show>
      <IconButton
        size="sm"
        label={t("common.more")}
        aria-haspopup="menu"
        aria-expanded={more() !== undefined}
        onClick={(event) => open("more", event.currentTarget)}
      >
        <Ellipsis size={17} />
      </IconButton>
      <Show when={more()}>
        {(anchor) => (
          <Menu
            anchor={anchor()}
            label={t("chat.actions")}
            items={messageMenu(app, conversation, props.message, attempt, props.onDelete)}
            onClose={() => open("more")}
          />
        )}
      </Show>
      <Show when={picking()}>
        {(anchor) => (
          <Suspense>
            <EmojiPicker
              anchor={anchor()}
              onClose={() => open("pick")}
              onPick={(emoji, own) => {
                open("pick");
                attempt(toggleReaction(app, props.message, own ?? { id: null, name: emoji }));
              }}
            />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
