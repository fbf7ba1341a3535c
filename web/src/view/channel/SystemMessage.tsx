import ArrowRight from "lucide-solid/icons/arrow-right";
import ChartBar from "lucide-solid/icons/chart-bar";
import MessagesSquare from "lucide-solid/icons/messages-square";
import Pin from "lucide-solid/icons/pin";
import { Match, Show, Switch } from "solid-js";
import { type Id, type Message, MessageType } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { ContextMenu } from "~/ui/ContextMenu";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { PollResult } from "../poll/PollResult";
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
      case MessageType.follows:
        return `${t("forward.follows")} ${props.message.content}`;
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
          <Switch fallback={<ArrowRight size={17} class="text-ok" />}>
            <Match when={props.message.type === MessageType.pinned}>
              <Pin size={16} class="text-fg-2" />
            </Match>
            <Match when={isOfThread(props.message)}>
              <MessagesSquare size={16} class="text-fg-2" />
            </Match>
            <Match when={props.message.type === MessageType.pollResult}>
              <ChartBar size={16} class="text-fg-2" />
            </Match>
          </Switch>
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
          <Show when={isOther(props.message)} fallback={words()}>
            <Deed message={props.message} />
          </Show>{" "}
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

const isOther = (message: Message) => isOfThread(message) || message.type === MessageType.pollResult;

const isOfThread = (message: Message) =>
  message.type === MessageType.threadStarted || message.type === MessageType.threadStarter;

/** What somebody did. */
function Deed(props: { message: Message }) {
  const conversation = useConversation();
  return (
    <Switch>
      <Match when={props.message.type === MessageType.pollResult}>
        <PollResult message={props.message} />
      </Match>
      <Match when={props.message.type === MessageType.threadStarter}>
        {t("thread.started")}{" "}
        <bdi class="text-fg-0">
          {props.message.referenced_message?.content || conversation.channel().name}
        </bdi>
      </Match>
      <Match when={props.message.type === MessageType.threadStarted}>
        {t("thread.started")}{" "}
        <Link
          class="font-semibold text-fg-0"
          to={{
            at: "channel",
            guild: conversation.guild().id,
            channel: props.message.message_reference?.channel_id ?? props.message.channel_id,
          }}
        >
          <bdi>{props.message.content}</bdi>
        </Link>
      </Match>
    </Switch>
  );
}
