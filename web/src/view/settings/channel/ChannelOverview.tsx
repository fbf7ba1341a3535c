import Hash from "lucide-solid/icons/hash";
import { Show } from "solid-js";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isSpoken, isText } from "~/state/channels";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { asChannelName, CHANNEL_NAME_MAX_CHARS } from "../../dialogs/channelNames";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { PageHeader } from "../PageHeader";
import { SaveBar } from "../SaveBar";
import { type Lifespan, VoiceFields } from "./VoiceFields";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const PAUSES = [
  0,
  5,
  10,
  15,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
];

export function ChannelOverview(props: { channel: Id }) {
  const app = useApp();
  const toasts = useToasts();
  const channel = () => app.channels.of(props.channel);
  const text = () => {
    const known = channel();
    return known ? isText(known) : false;
  };
  const isVoice = () => {
    const known = channel();
    return known ? isSpoken(known) : false;
  };
  const canPass = () =>
    channel()?.type === ChannelType.voice && app.rights.may("manageChannels", channel()?.guild_id);
  const category = () => channel()?.type === ChannelType.category;
  const draft = createDraft(() => ({
    name: channel()?.name ?? "",
    topic: channel()?.topic ?? null,
    rate_limit_per_user: channel()?.rate_limit_per_user ?? 0,
    nsfw: channel()?.nsfw ?? false,
    user_limit: channel()?.user_limit ?? 0,
    bitrate: channel()?.bitrate ?? 64_000,
    lifespan: channel()?.lifespan ?? ("kept" as Lifespan),
  }));
  const submit = createSubmit(
    ["name", "topic", "rate_limit_per_user", "nsfw", "user_limit", "bitrate", "lifespan"],
    async () => {
      if (!draft.value().name.trim()) submit.refuse({ name: t("refusal.required") });
      app.apply({ t: "CHANNEL_UPDATE", d: await app.api.channels.change(props.channel, draft.changes()) });
      draft.reset();
      toasts.show(t("settings.channelSaved"), "ok");
    },
  );
  return (
    <>
      <PageHeader
        title={t("settings.overview")}
        text={category() ? t("settings.categoryText") : t("settings.channelText")}
      />
      <div class="flex flex-col gap-6 mb-8">
        <TextInput
          label={category() ? t("settings.categoryName") : t("settings.channelName")}
          value={draft.value().name}
          onValue={(typed) => draft.edit({ name: text() ? asChannelName(typed) : typed })}
          error={submit.error("name")}
          before={text() ? <Hash size={17} /> : undefined}
          maxLength={CHANNEL_NAME_MAX_CHARS}
          autocomplete="off"
        />
        <Show when={text()}>
          <TextArea
            label={t("settings.topic")}
            hint={t("settings.topicHint")}
            value={draft.value().topic ?? ""}
            onValue={(topic) => draft.edit({ topic: topic || null })}
            error={submit.error("topic")}
            maxLength={1024}
          />
          <Select
            label={t("settings.slowMode")}
            hint={t("settings.slowModeHint")}
            value={String(draft.value().rate_limit_per_user)}
            options={pauses(draft.value().rate_limit_per_user)}
            onValue={(seconds) => draft.edit({ rate_limit_per_user: Number(seconds) })}
            error={submit.error("rate_limit_per_user")}
          />
        </Show>
        <Show when={isVoice()}>
          <VoiceFields
            userLimit={draft.value().user_limit}
            bitrate={draft.value().bitrate}
            lifespan={canPass() ? draft.value().lifespan : undefined}
            error={submit.error}
            onChange={draft.edit}
          />
        </Show>
        <Show when={!category()}>
          <div class="border-t border-line">
            <Switch
              label={t("settings.nsfw")}
              description={t("settings.nsfwText")}
              checked={draft.value().nsfw}
              onChange={(nsfw) => draft.edit({ nsfw })}
            />
          </div>
        </Show>
      </div>
      <SaveBar
        dirty={draft.dirty()}
        busy={submit.busy()}
        error={submit.error()}
        onSave={submit.run}
        onReset={draft.reset}
      />
    </>
  );
}

/** The usual pauses, and the present one where a bot chose another. */
function pauses(present: number) {
  return [...new Set([...PAUSES, present])]
    .sort((a, b) => a - b)
    .map((seconds) => ({ value: String(seconds), label: pauseText(seconds) }));
}

function pauseText(seconds: number): string {
  if (seconds === 0) return t("settings.slowModeOff");
  if (seconds % HOUR === 0) return t("dialogs.hours", { count: seconds / HOUR });
  if (seconds % MINUTE === 0) return t("dialogs.minutes", { count: seconds / MINUTE });
  return t("settings.seconds", { count: seconds });
}
