import { createSignal, Show } from "solid-js";
import type { Alert } from "~/api/peopleTypes";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { AlertLevel, isMuted } from "~/state/alerts";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const HOURS = { hour: 1, eight: 8, day: 24, always: 0 } as const;
const SPANS = ["hour", "eight", "day", "always"] as const;
type Span = keyof typeof HOURS | "kept";

/** When to be told of what happens in a community, or in one of its channels. */
export function AlertDialog(props: { guild: Id; channel?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const whole = app.alerts.ofGuild(props.guild);
  const before: Alert | undefined = props.channel ? app.alerts.ofChannel(props.guild, props.channel) : whole;
  const [muted, mute] = createSignal(before ? isMuted(before) : false);
  const [granted, grant] = createSignal("Notification" in window && Notification.permission === "granted");
  const end = before && isMuted(before) ? before.mute_config?.end_time : undefined;
  const [span, setSpan] = createSignal<Span>(end ? "kept" : "always");
  const [level, setLevel] = createSignal(String(before?.message_notifications ?? AlertLevel.inherit));
  const [everyone, setEveryone] = createSignal(whole?.suppress_everyone ?? false);
  const [roles, setRoles] = createSignal(whole?.suppress_roles ?? false);
  const name = () =>
    (props.channel ? app.channels.of(props.channel)?.name : app.guilds.of(props.guild)?.name) ?? "";
  const submit = createSubmit([], async () => {
    const chosen = span();
    const hours = chosen === "kept" ? 0 : HOURS[chosen];
    const alert = {
      muted: muted(),
      mute_config:
        muted() && chosen === "kept"
          ? (before?.mute_config ?? null)
          : muted() && hours
            ? {
                selected_time_window: hours * 3600,
                end_time: new Date(Date.now() + hours * 3_600_000).toISOString(),
              }
            : null,
      message_notifications: Number(level()),
    };
    const body = props.channel
      ? { channel_overrides: { [props.channel]: alert } }
      : { ...alert, suppress_everyone: everyone(), suppress_roles: roles() };
    app.apply({
      t: "USER_GUILD_SETTINGS_UPDATE",
      d: await app.api.people.alerts(props.guild, body),
    });
    props.onClose();
  });
  return (
    <FormDialog
      title={`${t("search.notifications")} · ${name()}`}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <Switch label={t("search.mute")} description={t("search.muteText")} checked={muted()} onChange={mute} />
      <Show when={muted()}>
        <Select
          label={t("search.until")}
          value={span()}
          options={[
            ...(end ? [{ value: "kept" as const, label: momentText(end) }] : []),
            ...SPANS.map((value) => ({ value, label: t(`search.${value}`) })),
          ]}
          onValue={setSpan}
        />
      </Show>
      <Select
        label={t("search.level")}
        value={level()}
        options={[
          { value: "3", label: t("search.inherit") },
          { value: "0", label: t("search.everything") },
          { value: "1", label: t("search.calls") },
          { value: "2", label: t("search.nothing") },
        ]}
        onValue={setLevel}
      />
      <Show when={!granted() && "Notification" in window}>
        <Switch
          label={t("search.desktop")}
          description={t("search.desktopText")}
          checked={false}
          onChange={() => void Notification.requestPermission().then((now) => grant(now === "granted"))}
        />
      </Show>
      <Show when={!props.channel}>
        <Switch label={t("search.suppressEveryone")} checked={everyone()} onChange={setEveryone} />
        <Switch label={t("search.suppressRoles")} checked={roles()} onChange={setRoles} />
      </Show>
    </FormDialog>
  );
}
