import CopyPlus from "lucide-solid/icons/copy-plus";
import { createResource, createSignal, Show } from "solid-js";
import type { Template } from "~/api/templates";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { CopyField } from "~/ui/CopyField";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createAttempt } from "../../form/createAttempt";
import { createSubmit } from "../../form/createSubmit";
import { FormError } from "../../form/FormError";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";

const NAME_MAX_CHARS = 100;
const TEXT_MAX_CHARS = 120;

/** The guild as a template for others: its link, and what is taken over into it. */
export default function TemplatePage(props: { guild: Id }) {
  const app = useApp();
  const [templates, { mutate, refetch }] = createResource(() => props.guild, app.api.templates.inGuild);
  const template = () => templates.latest?.[0];
  return (
    <>
      <PageHeader title={t("template.title")} text={t("template.text")} />
      <Loaded resource={templates} onRetry={refetch}>
        <div class="flex flex-col gap-6">
          <Show when={template()}>
            {(one) => <Standing template={one()} onChange={(it) => mutate([it])} />}
          </Show>
          <Words guild={props.guild} template={template()} onChange={(it) => mutate([it])} />
          <Show when={template()}>{(one) => <Removing template={one()} onGone={() => mutate([])} />}</Show>
        </div>
      </Loaded>
    </>
  );
}

/** The link, and whether what it leads to is still like the guild. */
function Standing(props: { template: Template; onChange(template: Template): void }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const synchronise = () =>
    attempt(
      async () =>
        props.onChange(
          await app.api.templates.synchronise(props.template.source_guild_id, props.template.code),
        ),
      t("template.synchronised"),
    );
  return (
    <>
      <CopyField
        label={t("template.link")}
        value={`${location.origin}/template/${props.template.code}`}
        {...(props.template.usage_count > 0 && {
          hint: t("template.uses", { count: props.template.usage_count }),
        })}
        copyLabel={t("common.copy")}
        copiedLabel={t("common.copied")}
      />
      <div class="flex flex-wrap items-center gap-x-4 gap-y-3 p-4 rounded-md bg-bg-1">
        <div class="flex-1 min-w-60 flex flex-col gap-0.5">
          <p class="font-medium">{t(props.template.is_dirty ? "template.dirty" : "template.current")}</p>
          <p class="text-sm text-fg-1">
            {t("template.taken", { when: momentText(props.template.updated_at) })}
          </p>
        </div>
        <Show when={props.template.is_dirty}>
          <Button kind="primary" busy={busy()} onClick={synchronise}>
            {t("template.synchronise")}
          </Button>
        </Show>
      </div>
    </>
  );
}

/** How the template is called; without one, the way to make it. */
function Words(props: { guild: Id; template: Template | undefined; onChange(template: Template): void }) {
  const app = useApp();
  const toasts = useToasts();
  const [name, setName] = createSignal<string>();
  const [text, setText] = createSignal<string>();
  const known = () => ({ name: props.template?.name ?? "", text: props.template?.description ?? "" });
  const wanted = () => ({
    name: (name() ?? known().name).trim(),
    description: (text() ?? known().text).trim(),
  });
  const dirty = () => wanted().name !== known().name || wanted().description !== known().text;
  const submit = createSubmit(["name", "description"], async () => {
    if (!wanted().name) submit.refuse({ name: t("refusal.required") });
    const had = props.template;
    const after = had
      ? await app.api.templates.change(props.guild, had.code, wanted())
      : await app.api.templates.create(props.guild, wanted());
    props.onChange(after);
    setName(undefined);
    setText(undefined);
    toasts.show(t(had ? "template.saved" : "template.made"), "ok");
  });
  return (
    <form class="flex flex-col gap-5" novalidate onSubmit={submit.run}>
      <FormError text={submit.error()} />
      <TextInput
        label={t("template.name")}
        value={name() ?? known().name}
        onValue={setName}
        error={submit.error("name")}
        maxLength={NAME_MAX_CHARS}
        autocomplete="off"
      />
      <TextInput
        label={t("template.description")}
        value={text() ?? known().text}
        onValue={setText}
        error={submit.error("description")}
        maxLength={TEXT_MAX_CHARS}
        autocomplete="off"
      />
      <Button
        type="submit"
        kind="primary"
        class="self-start"
        busy={submit.busy()}
        disabled={!dirty()}
        icon={props.template ? undefined : <CopyPlus size={17} />}
      >
        {t(props.template ? "template.save" : "template.make")}
      </Button>
    </form>
  );
}

function Removing(props: { template: Template; onGone(): void }) {
  const app = useApp();
  const [asked, ask] = createSignal(false);
  const { busy, attempt } = createAttempt();
  const remove = () =>
    attempt(async () => {
      await app.api.templates.remove(props.template.source_guild_id, props.template.code);
      ask(false);
      props.onGone();
    }, t("template.removed"));
  return (
    <div class="pt-6 border-t border-line">
      <Button kind="danger" onClick={() => ask(true)}>
        {t("template.remove")}
      </Button>
      <ConfirmDialog
        open={asked()}
        title={t("template.removeTitle")}
        text={t("template.removeText")}
        confirmLabel={t("template.remove")}
        cancelLabel={t("common.cancel")}
        danger
        busy={busy()}
        onConfirm={remove}
        onClose={() => ask(false)}
      />
    </div>
  );
}
