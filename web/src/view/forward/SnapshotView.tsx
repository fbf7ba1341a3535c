import Forwarded from "lucide-solid/icons/forward";
import { Show } from "solid-js";
import type { MessageSnapshot } from "~/api/threadTypes";
import type { MessageReference } from "~/api/types";
import { t } from "~/i18n";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { useConversation } from "../channel/conversation";
import { makeReferences } from "../channel/references";
import { when } from "../channel/times";
import { Link } from "../Link";

/** A forwarded message as it was. */
export function SnapshotView(props: { snapshot: MessageSnapshot; origin: MessageReference | undefined }) {
  const app = useApp();
  const references = makeReferences(app, useConversation().guild().id);
  const source = () => app.channels.of(props.origin?.channel_id);
  return (
    <figure class="mt-1 ps-3 border-s-3 border-line-strong">
      <figcaption class="flex items-center gap-1.5 text-xs text-fg-2">
        <Forwarded size={13} aria-hidden="true" /> {t("forward.forwarded")}
      </figcaption>
      <div class="message-text">
        <Markdown text={props.snapshot.message.content} references={references} />
      </div>
      <p class="text-xs text-fg-2">
        <Show when={source()}>
          {(channel) => (
            <>
              <Link
                to={{
                  at: "channel",
                  guild: channel().guild_id ?? "",
                  channel: channel().id,
                  ...(props.origin?.message_id && { message: props.origin.message_id }),
                }}
              >
                #<bdi>{channel().name}</bdi>
              </Link>
              {" · "}
            </>
          )}
        </Show>
        <time datetime={props.snapshot.message.timestamp}>{when(props.snapshot.message.timestamp)}</time>
      </p>
    </figure>
  );
}
