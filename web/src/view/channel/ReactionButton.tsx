import { createSignal, Show } from "solid-js";
import { emojiUrl } from "~/api/cdn";
import type { Message, Reaction } from "~/api/types";
import { language, t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Tooltip } from "~/ui/Tooltip";
import { createDeed } from "../form/createDeed";
import { useConversation } from "./conversation";
import { spellEmoji, toggleReaction } from "./deeds";

const NAMED = 6;

/** One emoji below a message with its count; pointing at it tells who it was. */
export function ReactionButton(props: { message: Message; reaction: Reaction }) {
  const app = useApp();
  const guild = useConversation().guild().id;
  const attempt = createDeed();
  const [who, setWho] = createSignal("");
  let known = -1;
  const label = () =>
    t("chat.reaction", { emoji: props.reaction.emoji.name ?? "", count: props.reaction.count });
  const ask = async () => {
    if (known === props.reaction.count) return;
    known = props.reaction.count;
    const { channel_id, id } = props.message;
    const users = await app.api.messages.reactors(channel_id, id, spellEmoji(props.reaction.emoji));
    const names = users
      .slice(0, NAMED)
      .map((user) => app.members.name(guild, user.id, user) || displayName(user) || "");
    const more = props.reaction.count - names.length;
    const list = more > 0 ? [...names, t("chat.andMore", { count: more })] : names;
    setWho(new Intl.ListFormat(language()).format(list));
  };
  // Who it was is a courtesy: without an answer the tooltip says what the label says.
  const wonder = () => void ask().catch(() => undefined);
  return (
    <Tooltip text={who() || label()}>
      <button
        type="button"
        aria-pressed={props.reaction.me}
        aria-label={label()}
        class="inline-flex items-center gap-1.5 h-7 px-2 rounded-full border text-sm tabular-nums cursor-pointer transition-colors"
        classList={{
          "bg-accent-soft border-accent text-accent font-semibold": props.reaction.me,
          "bg-bg-3 border-transparent text-fg-1 hover:border-line-strong": !props.reaction.me,
        }}
        disabled={!app.rights.mayIn("addReactions", props.message.channel_id) && !props.reaction.me}
        onPointerEnter={wonder}
        onFocus={wonder}
        onClick={() => attempt(toggleReaction(app, props.message, props.reaction.emoji))}
      >
        <Show
          when={props.reaction.emoji.id}
          fallback={<span class="emoji text-base leading-none">{props.reaction.emoji.name}</span>}
        >
          <img src={emojiUrl(props.reaction.emoji)} alt="" class="w-4.5 h-4.5 object-contain" />
        </Show>
        <span class="text-xs font-semibold">{props.reaction.count}</span>
      </button>
    </Tooltip>
  );
}
