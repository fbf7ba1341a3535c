import RotateCw from "lucide-solid/icons/rotate-cw";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import type { Pending } from "~/state/timeline";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { refusalText } from "../form/refusalTexts";
import { NameColour } from "../NameColour";
import { useConversation } from "./conversation";
import { makeReferences } from "./references";

/** One's own message before the server has it: faint while under way, red when it did not get there. */
export function PendingMessage(props: { pending: Pending }) {
  const app = useApp();
  const conversation = useConversation();
  const guild = conversation.guild().id;
  const references = makeReferences(app, guild);
  const me = () => app.session.me();
  const name = () => app.members.name(guild, me()?.id ?? "");
  const last = () => app.messages.in(props.pending.channel_id)?.items.at(-1);
  const follows = () =>
    !props.pending.replyTo &&
    (last()?.author.id === me()?.id ||
      app.messages.in(props.pending.channel_id)?.pending[0]?.nonce !== props.pending.nonce);
  return (
    <article
      class="relative grid grid-cols-[2.5rem_1fr] gap-x-4 max-md:gap-x-3 px-4 max-md:px-3 pe-12 py-0.5"
      classList={{ "mt-[1.0625rem]": !follows() }}
      aria-label={t(props.pending.failure ? "chat.notSent" : "chat.sending")}
    >
      <Show when={!follows()} fallback={<span />}>
        <Avatar id={me()?.id ?? ""} name={name()} src={avatarUrl(me())} size={40} />
      </Show>
      <div class="min-w-0">
        <Show when={!follows()}>
          <NameColour guild={guild} user={me()?.id ?? ""} class="font-semibold text-[0.9375rem] leading-5.5">
            {name()}
          </NameColour>
        </Show>
        <div
          class="message-text"
          classList={{ "text-fg-2": !props.pending.failure, "text-danger!": Boolean(props.pending.failure) }}
        >
          <Markdown text={props.pending.content} references={references} />
        </div>
        <For each={props.pending.files}>
          {(file) => (
            <p class="text-sm text-fg-2 truncate">
              <bdi>{file.file.name}</bdi>
            </p>
          )}
        </For>
        <Show when={props.pending.failure}>
          {(failure) => (
            <div role="alert" class="flex items-center flex-wrap gap-x-2 text-xs text-danger">
              <span>{failure().offline ? t("chat.notSentOffline") : refusalText(failure().cause)}</span>
              <button
                type="button"
                class="inline-flex items-center gap-1 min-h-7 px-1.5 rounded-sm font-semibold cursor-pointer hover:underline"
                onClick={() => void app.outbox.retry(props.pending)}
              >
                <RotateCw size={13} aria-hidden="true" />
                {t("common.retry")}
              </button>
              <IconButton
                size="sm"
                danger
                label={t("chat.discard")}
                onClick={() => app.outbox.discard(props.pending)}
              >
                <X size={14} />
              </IconButton>
            </div>
          )}
        </Show>
      </div>
    </article>
  );
}
