import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { encode } from "~/state/mentions";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { namesIn } from "../channel/names";
import { AttachButton } from "../files/AttachButton";
import AttachTray from "../files/AttachTray";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { TagChips } from "./TagChips";

const REQUIRE_TAG = 1 << 4;
const TEXT_MAX_CHARS = 4000;

/** Posts in a forum: a title, a text and tags. */
export function NewPost(props: { forum: Id; onClose(): void }) {
  const app = useApp();
  const forum = () => app.channels.of(props.forum);
  const guild = () => forum()?.guild_id ?? "";
  const tags = () =>
    (forum()?.available_tags ?? []).filter(
      (tag) => !tag.moderated || app.rights.mayIn("manageThreads", props.forum),
    );
  const files = () => app.uploads.of(props.forum);
  const mayAttach = () => app.rights.mayIn("attachFiles", props.forum);
  const [form, change] = createStore({ title: "", text: "", tags: [] as Id[] });
  const submit = createSubmit(["name", "content", "applied_tags"], async () => {
    if (!form.title.trim()) submit.refuse({ name: t("refusal.required") });
    if (!form.text.trim() && !files().length) submit.refuse({ content: t("refusal.required") });
    if (((forum()?.flags ?? 0) & REQUIRE_TAG) !== 0 && !form.tags.length)
      submit.refuse({ applied_tags: t("thread.tagNeeded") });
    const attachments = await app.uploads.described(files());
    const post = await app.api.threads.post(props.forum, {
      name: form.title.trim(),
      applied_tags: [...form.tags],
      message: {
        content: encode(form.text.trim(), namesIn(app, guild())),
        ...(attachments.length && { attachments }),
      },
    });
    app.uploads.take(props.forum);
    app.apply({ t: "THREAD_CREATE", d: post });
    props.onClose();
    app.router.go({ at: "channel", guild: guild(), channel: post.id });
  });
  return (
    <FormDialog
      title={t("thread.newPost")}
      submit={submit}
      submitLabel={t("thread.post")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("thread.postTitle")}
        value={form.title}
        onValue={(title) => change({ title })}
        error={submit.error("name")}
        maxLength={100}
        autocomplete="off"
        autofocus
      />
      <TextArea
        label={t("thread.postText")}
        value={form.text}
        onValue={(text) => change({ text })}
        error={submit.error("content")}
        maxLength={TEXT_MAX_CHARS}
      />
      <Show when={mayAttach()}>
        <fieldset class="flex flex-col gap-2">
          <legend class="sr-only">{t("thread.postFiles")}</legend>
          <div class="flex items-center gap-2 text-sm text-fg-1">
            <AttachButton channel={props.forum} />
            <span aria-hidden="true">{t("thread.postFiles")}</span>
          </div>
          <Show when={files().length}>
            <AttachTray channel={props.forum} />
          </Show>
        </fieldset>
      </Show>
      {tags().length > 0 && (
        <TagChips
          label={t("thread.tags")}
          tags={tags()}
          chosen={form.tags}
          error={submit.error("applied_tags")}
          onChange={(chosen) => change({ tags: chosen })}
        />
      )}
    </FormDialog>
  );
}
