import ArrowRight from "lucide-solid/icons/arrow-right";
import Pin from "lucide-solid/icons/pin";
import { Show } from "solid-js";
import { type Id, type Message, MessageType } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { ContextMenu } from "~/ui/ContextMenu";
import { createDeed } from "../form/createDeed";
import { useConversation } from "./conversation";
import { messageMenu } from "./messageMenu";
import { fullTime, when } from "./times";

/** What the server says by itself: somebody came, something was pinned. */
export function SystemMessage(props: { message: Message; onDelete: (message: Id) => void }) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const name = () => app.members.name(conversation.guild().id, props.message.author.id, props.message.author);
  const words = () => {
    const [about] = props.message.mentions;
    const own = !about || about.id === props.message.author.id;
    const named = about ? app.members.name(conversation.guild().id, about.id, about) : "";
    switch (props.message.type) {
      case MessageType.added:
        return own ? t("home.cameBack") : t("home.added", { name: named });
      case MessageType.removed:
        return own ? t("home.left") : t("home.removed", { name: named });
      case MessageType.renamed:
        return props.message.content ? t("home.renamed", { name: props.message.content }) : t("home.unnamed");
      case MessageType.redrawn:
        return t("home.redrawn");
      default:
        return t(pinned() ? "chat.pinnedOne" : "chat.joined");
    }
  };
  const pinned = () => props.message.type === MessageType.pinned;
  return (
    <ContextMenu
      label={t("chat.actions")}
      items={() => messageMenu(app, conversation, props.message, attempt, props.onDelete)}
    >
      <article
        tabindex="-1"
        data-message={props.message.id}
        data-free-keys=""
        class="flex items-center gap-4 px-4 py-1 mt-2 text-sm text-fg-1 hover:bg-bg-hover -outline-offset-2"
      >
        <span class="flex justify-center w-10 shrink-0" aria-hidden="true">
          <Show when={pinned()} fallback={<ArrowRight size={17} class="text-ok" />}>
            <Pin size={16} class="text-fg-2" />
          </Show>
        </span>
        <p class="min-w-0 break-words">
          <button
            type="button"
            class="font-semibold text-fg-0 cursor-pointer hover:underline"
            onClick={(event) =>
              app.overlays.open({
                kind: "profile",
                user: props.message.author.id,
                guild: conversation.guild().id,
                anchor: event.currentTarget,
              })
            }
          >
            <bdi>{name()}</bdi>
          </button>{" "}
          {words()}{" "}
          <time
            class="text-xs text-fg-2 whitespace-nowrap ms-1"
            datetime={props.message.timestamp}
            title={fullTime(props.message.timestamp)}
          >
            {when(props.message.timestamp)}
          </time>
        </p>
      </article>
    </ContextMenu>
  );
}
