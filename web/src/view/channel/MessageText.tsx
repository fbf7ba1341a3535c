import { For, lazy, Show, Suspense } from "solid-js";
import type { Attachment, Message } from "~/api/types";
import { t } from "~/i18n";
import { safeHref } from "~/markdown/links";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { useConversation } from "./conversation";
import { makeReferences } from "./references";
import { fullTime } from "./times";

const Components = lazy(() => import("../bots/Components"));

/** The words of a message, and whether they were changed. */
export function MessageText(props: { message: Message }) {
  const app = useApp();
  const references = makeReferences(app, useConversation().guild().id);
  return (
    <>
      <div class="message-text">
        <Markdown text={props.message.content} references={references} />
        <Show when={props.message.edited_timestamp}>
          {(edited) => (
            <time
              class="text-[0.6875rem] text-fg-2 select-none"
              datetime={edited()}
              title={fullTime(edited())}
            >
              {t("chat.edited")}
            </time>
          )}
        </Show>
      </div>
      <Show when={props.message.components?.length}>
        <Suspense>
          <Components message={props.message} list={props.message.components ?? []} />
        </Suspense>
      </Show>
      <For each={props.message.attachments}>{(file) => <File file={file} />}</For>
    </>
  );
}

function File(props: { file: Attachment }) {
  return (
    <a
      class="inline-flex items-center gap-2 mt-1 px-3 py-2 rounded-md border border-line bg-bg-1 text-sm"
      href={props.file.url.startsWith("/") ? props.file.url : safeHref(props.file.url)}
      target="_blank"
      rel="noopener noreferrer"
    >
      <bdi>{props.file.filename}</bdi>
    </a>
  );
}
