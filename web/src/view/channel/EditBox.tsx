import { createSignal, onMount } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { decode, encode } from "~/state/mentions";
import { spellEmojis } from "../emoji/spelling";
import { createDeed } from "../form/createDeed";
import { useConversation } from "./conversation";
import { Editor, type EditorHandle } from "./Editor";
import { namesIn } from "./names";

/** Changing a message where it stands. An emptied one is offered for deletion. */
export function EditBox(props: { message: Message; onEmpty: () => void }) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const names = () => namesIn(app, conversation.guild().id);
  const [text, setText] = createSignal(decode(props.message.content, names()));
  let editor: EditorHandle | undefined;
  const close = () => conversation.edit(undefined);
  const save = () => {
    const typed = encode(text().trim(), names());
    if (!typed) return props.onEmpty();
    if (typed !== props.message.content) attempt(change(props.message, typed));
    close();
  };
  const change = async ({ channel_id, id }: Message, typed: string) =>
    app.messages.insert(await app.api.messages.edit(channel_id, id, await spellEmojis(app, typed)));
  onMount(() => queueMicrotask(() => editor?.focus()));
  return (
    <div class="my-1">
      <div class="px-3 rounded-md bg-bg-field border border-accent">
        <Editor
          ref={(handle) => {
            editor = handle;
          }}
          label={t("chat.editLabel")}
          value={text()}
          onInput={setText}
          onSubmit={save}
          onEscape={close}
        />
      </div>
      <p class="mt-1 text-xs text-fg-2">
        <button
          type="button"
          class="min-h-6 font-semibold text-accent cursor-pointer hover:underline"
          onClick={save}
        >
          {t("chat.saveHint")}
        </button>
        {" · "}
        <button
          type="button"
          class="min-h-6 font-semibold text-accent cursor-pointer hover:underline"
          onClick={close}
        >
          {t("chat.cancelHint")}
        </button>
      </p>
    </div>
  );
}
