import { For, lazy, Show, Suspense } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { StickerPicture } from "../files/StickerPicture";
import { useConversation } from "./conversation";
import { Embeds } from "./embeds/Embeds";
import { makeReferences } from "./references";
import { fullTime } from "./times";

const Components = lazy(() => import("../bots/Components"));
const Attachments = lazy(() => import("../files/Attachments"));

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
      <Embeds message={props.message} />
      <Show when={props.message.components?.length}>
        <Suspense>
          <Components message={props.message} list={props.message.components ?? []} />
        </Suspense>
      </Show>
      <For each={props.message.sticker_items}>
        {(sticker) => <StickerPicture sticker={sticker} alt={sticker.name} class="w-40 h-40 mt-1" />}
      </For>
      <Show when={props.message.attachments.length}>
        <Suspense>
          <Attachments files={props.message.attachments} message={props.message} />
        </Suspense>
      </Show>
    </>
  );
}
