import Radio from "lucide-solid/icons/radio";
import { createSignal, Show } from "solid-js";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { createDeed } from "../form/createDeed";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const TOPIC_MAX_CHARS = 120;

/** What a stage is about; moderators begin it, change it and end it. */
export function StageTopic(props: { channel: Channel; moderates: boolean }) {
  const app = useApp();
  const [editing, edit] = createSignal(false);
  const attempt = createDeed();
  const stage = () => app.stages.of(props.channel.id);
  return (
    <div class="flex flex-wrap items-center gap-3 shrink-0 px-4 py-3 rounded-md bg-bg-2">
      <Radio
        size={20}
        aria-hidden="true"
        class="shrink-0"
        classList={{ "text-ok": Boolean(stage()), "text-fg-2": !stage() }}
      />
      <div class="flex-1 min-w-40">
        <p class="text-xs font-semibold text-fg-2">{t(stage() ? "stage.live" : "stage.notLive")}</p>
        <Show when={stage()}>
          {(on) => (
            <p class="font-semibold break-words">
              <bdi>{on().topic}</bdi>
            </p>
          )}
        </Show>
      </div>
      <Show when={props.moderates}>
        <Button size="sm" kind={stage() ? "secondary" : "primary"} onClick={() => edit(true)}>
          {t(stage() ? "stage.changeTopic" : "stage.start")}
        </Button>
        <Show when={stage()}>
          <Button
            size="sm"
            kind="danger-quiet"
            onClick={() => attempt(app.api.voice.endStage(props.channel.id))}
          >
            {t("stage.end")}
          </Button>
        </Show>
      </Show>
      <Show when={editing()}>
        <TopicDialog channel={props.channel} onClose={() => edit(false)} />
      </Show>
    </div>
  );
}

function TopicDialog(props: { channel: Channel; onClose(): void }) {
  const app = useApp();
  const before = app.stages.of(props.channel.id);
  const [topic, setTopic] = createSignal(before?.topic ?? "");
  const submit = createSubmit(["topic"], async () => {
    const text = topic().trim();
    if (!text) submit.refuse({ topic: t("refusal.required") });
    if (before) await app.api.voice.changeStage(props.channel.id, text);
    else await app.api.voice.openStage(props.channel.id, text);
    props.onClose();
  });
  return (
    <FormDialog
      title={t(before ? "stage.changeTopic" : "stage.start")}
      description={before ? undefined : t("stage.startHint")}
      submit={submit}
      submitLabel={t(before ? "common.save" : "stage.start")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("stage.topic")}
        value={topic()}
        onValue={setTopic}
        error={submit.error("topic")}
        maxLength={TOPIC_MAX_CHARS}
        autocomplete="off"
        autofocus
      />
    </FormDialog>
  );
}
