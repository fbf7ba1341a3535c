import { Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { MarkdownLine } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { NameColour } from "../NameColour";
import { useConversation } from "./conversation";
import { makeReferences } from "./references";

/** The first line of what a message answers; a click goes there. */
export function ReplyPreview(props: { message: Message }) {
  const app = useApp();
  const conversation = useConversation();
  const guild = conversation.guild().id;
  const references = makeReferences(app, guild);
  const original = () => props.message.referenced_message;
  return (
    <div class="col-span-2 flex items-center h-6 ps-5 mb-0.5 text-[0.8125rem] text-fg-1 min-w-0">
      <span
        aria-hidden="true"
        class="shrink-0 w-7.5 h-2.5 me-1 mt-2.5 border-s-2 border-t-2 border-line-strong/50 rounded-ss-[7px]"
      />
      <Show when={original()} fallback={<span class="italic text-fg-2">{t("chat.originalGone")}</span>}>
        {(message) => {
          const name = () => app.members.name(guild, message().author.id, message().author);
          return (
            <button
              type="button"
              class="flex items-center gap-1.5 min-w-0 min-h-6 cursor-pointer text-fg-1 hover:text-fg-0"
              onClick={() => void conversation.jumpTo(message().id)}
            >
              <span class="sr-only">{t("chat.inReplyTo")}</span>
              <Avatar id={message().author.id} name={name()} src={avatarUrl(message().author)} size={16} />
              <NameColour
                guild={guild}
                user={message().author.id}
                class="font-semibold shrink-0 max-w-40 truncate"
              >
                {name()}
              </NameColour>
              <span class="truncate pointer-events-none" inert>
                <MarkdownLine text={message().content} references={references} />
              </span>
            </button>
          );
        }}
      </Show>
    </div>
  );
}
