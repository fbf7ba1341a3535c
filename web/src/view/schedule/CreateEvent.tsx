import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const HOUR_MS = 3_600_000;
const IN_VOICE = 2;
const ELSEWHERE = 3;

/** Plans an event in a voice channel or elsewhere. */
export default function CreateEvent(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({
    name: "",
    description: "",
    channel: "",
    place: "",
    begins: local(Date.now() + HOUR_MS),
    ends: local(Date.now() + 2 * HOUR_MS),
  });
  const rooms = () =>
    app.channels
      .inGuild(props.guild)
      .filter((channel) => channel.type === ChannelType.voice)
      .map((channel) => ({ value: channel.id, label: channel.name }));
  const fields = ["name", "scheduled_start_time", "scheduled_end_time", "entity_metadata.location"];
  const submit = createSubmit(fields, async () => {
    if (!form.name.trim()) submit.refuse({ name: t("refusal.required") });
    if (!form.channel && !form.place.trim())
      submit.refuse({ "entity_metadata.location": t("refusal.required") });
    if (!(Date.parse(form.ends) > Date.parse(form.begins)))
      submit.refuse({ scheduled_end_time: t("schedule.endsBefore") });
    await app.api.schedule.create(props.guild, {
      name: form.name.trim(),
      description: form.description.trim(),
      privacy_level: 2,
      entity_type: form.channel ? IN_VOICE : ELSEWHERE,
      ...(form.channel ? { channel_id: form.channel } : { entity_metadata: { location: form.place.trim() } }),
      scheduled_start_time: new Date(form.begins).toISOString(),
      scheduled_end_time: new Date(form.ends).toISOString(),
    });
    app.overlays.open({ kind: "events", guild: props.guild });
  });
  return (
    <FormDialog
      title={t("schedule.create")}
      submit={submit}
      submitLabel={t("schedule.create")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("schedule.name")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("name")}
        maxLength={100}
        autocomplete="off"
        autofocus
      />
      <TextArea
        label={t("schedule.description")}
        value={form.description}
        onValue={(description) => change({ description })}
        maxLength={1000}
      />
      <Select
        label={t("schedule.where")}
        value={form.channel}
        onValue={(channel) => change({ channel })}
        options={[{ value: "", label: t("schedule.elsewhere") }, ...rooms()]}
      />
      <Show when={!form.channel}>
        <TextInput
          label={t("schedule.place")}
          value={form.place}
          onValue={(place) => change({ place })}
          error={submit.error("entity_metadata.location")}
          maxLength={100}
        />
      </Show>
      <div class="grid grid-cols-2 max-sm:grid-cols-1 gap-3">
        <TextInput
          type="datetime-local"
          label={t("schedule.begins")}
          value={form.begins}
          onValue={(begins) => change({ begins })}
          error={submit.error("scheduled_start_time")}
        />
        <TextInput
          type="datetime-local"
          label={t("schedule.ends")}
          value={form.ends}
          onValue={(ends) => change({ ends })}
          error={submit.error("scheduled_end_time")}
        />
      </div>
    </FormDialog>
  );
}

/** What an input for a local time takes. */
function local(time: number): string {
  const shifted = time - new Date(time).getTimezoneOffset() * 60_000;
  return new Date(shifted).toISOString().slice(0, 16);
}
