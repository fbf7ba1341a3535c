import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { coverUrl } from "~/api/cdn";
import { EventStatus } from "~/api/schedule";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { PicturePicker } from "../files/PicturePicker";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { NameInput } from "../form/NameInput";
import { draftOf, formOf } from "./eventForm";
import { REPEATS, type Repeat } from "./recurrence";

const FIELDS = ["name", "scheduled_start_time", "scheduled_end_time", "entity_metadata.location", "image"];

/** Plans an event in a voice channel, on a stage or elsewhere, or changes what was planned. */
export default function EditEvent(props: { guild: Id; event?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const before = props.event ? app.schedule.of(props.event) : undefined;
  const [form, change] = createStore(formOf(before));
  const runs = before?.status === EventStatus.running;
  const rooms = () =>
    app.channels
      .inGuild(props.guild)
      .filter((channel) => channel.type === ChannelType.voice || channel.type === ChannelType.stage)
      .map((channel) => ({ value: channel.id, label: channel.name }));
  const cover = () => (form.image === undefined ? coverUrl(before) : (form.image ?? undefined));
  const title = () => t(before ? "schedule.edit" : "schedule.create");
  const submit = createSubmit(FIELDS, async () => {
    if (!form.name.trim()) submit.refuse({ name: t("refusal.required") });
    if (!form.channel && !form.place.trim())
      submit.refuse({ "entity_metadata.location": t("refusal.required") });
    if (!form.begins) submit.refuse({ scheduled_start_time: t("refusal.required") });
    if (!form.channel && !form.ends) submit.refuse({ scheduled_end_time: t("refusal.required") });
    if (form.ends && !(Date.parse(form.ends) > Date.parse(form.begins)))
      submit.refuse({ scheduled_end_time: t("schedule.endsBefore") });
    const draft = draftOf(form, app.channels.of(form.channel || undefined));
    const d = before
      ? await app.api.schedule.change(props.guild, before.id, draft)
      : await app.api.schedule.create(props.guild, draft);
    app.apply({ t: "GUILD_SCHEDULED_EVENT_UPDATE", d });
    app.overlays.open({ kind: "events", guild: props.guild });
  });
  return (
    <FormDialog
      title={title()}
      submit={submit}
      submitLabel={before ? t("common.save") : t("schedule.create")}
      onClose={props.onClose}
    >
      <NameInput
        label={t("schedule.name")}
        value={form.name}
        onValue={(name) => change({ name })}
        error={submit.error("name")}
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
          disabled={runs}
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
      <Select<Repeat>
        label={t("schedule.repeat")}
        value={form.repeat}
        onValue={(repeat) => change({ repeat })}
        options={REPEATS.map((value) => ({ value, label: t(`schedule.repeat_${value}`) }))}
      />
      <div class="flex flex-col gap-2">
        <Show when={cover()}>
          {(url) => <img src={url()} alt="" class="w-full aspect-[5/2] object-cover rounded-md" />}
        </Show>
        <PicturePicker
          label={t("schedule.cover")}
          has={Boolean(cover())}
          width={880}
          height={352}
          onPick={async (image) => change({ image })}
        />
        <Show when={submit.error("image")}>
          {(text) => (
            <p role="alert" class="text-sm text-danger">
              {text()}
            </p>
          )}
        </Show>
      </div>
    </FormDialog>
  );
}
