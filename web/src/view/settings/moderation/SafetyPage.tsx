import { createResource, createSignal } from "solid-js";
import type { Safety } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader, Part } from "../PageHeader";
import { createLive } from "./createLive";

/** The server takes no more than a day. */
const PAUSE_MS = 24 * 3_600_000 - 60_000;

type Pause = "invites_disabled_until" | "dms_disabled_until";

/** Raid mode, and what the community keeps for its moderators. */
export function SafetyPage(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [safety, { refetch, mutate }] = createResource(() => props.guild, app.api.moderation.safety);
  // Raid mode may begin by itself, or by another moderator.
  createLive(
    () => props.guild,
    (event) => void (event.t === "GUILD_UPDATE" && refetch()),
  );
  const [joins, setJoins] = createSignal<string>();
  const change = (body: Partial<Omit<Safety, "incidents_data">>) =>
    attempt(async () => mutate(await app.api.moderation.changeSafety(props.guild, body)));
  const until = (field: Pause) => {
    const time = safety.latest?.incidents_data?.[field];
    return time && Date.parse(time) > Date.now() ? time : undefined;
  };
  const pause = (field: Pause, on: boolean) =>
    attempt(async () => {
      const time = on ? new Date(Date.now() + PAUSE_MS).toISOString() : null;
      await app.api.moderation.pause(props.guild, { [field]: time });
      await refetch();
    });
  const saveJoins = () => {
    const known = safety.latest?.raid_joins_per_minute ?? 0;
    const wanted = Number(joins() ?? known);
    if (Number.isInteger(wanted) && wanted >= 0 && wanted !== known)
      void change({ raid_joins_per_minute: wanted });
  };
  const channels = () => [
    { value: "", label: t("moderation.noChannel") },
    ...app.channels.readable(props.guild).map((one) => ({ value: one.id, label: `# ${one.name}` })),
  ];
  const pausedText = (field: Pause) => {
    const time = until(field);
    return time && t("moderation.pausedUntil", { when: momentText(time) });
  };
  return (
    <>
      <PageHeader title={t("moderation.safety")} text={t("moderation.safetyText")} />
      <Loaded resource={safety} onRetry={refetch}>
        <Part title={t("moderation.raid")} text={t("moderation.raidText")}>
          <div class="flex flex-col divide-y divide-line">
            <Switch
              label={t("moderation.pauseInvites")}
              description={pausedText("invites_disabled_until")}
              checked={until("invites_disabled_until") !== undefined}
              onChange={(on) => void pause("invites_disabled_until", on)}
            />
            <Switch
              label={t("moderation.pauseDms")}
              description={pausedText("dms_disabled_until")}
              checked={until("dms_disabled_until") !== undefined}
              onChange={(on) => void pause("dms_disabled_until", on)}
            />
          </div>
          <TextInput
            label={t("moderation.raidJoins")}
            hint={t("moderation.raidJoinsHint")}
            type="number"
            min="0"
            max="1000"
            value={joins() ?? String(safety.latest?.raid_joins_per_minute ?? 0)}
            onValue={setJoins}
            onBlur={saveJoins}
            autocomplete="off"
          />
          <Select
            label={t("moderation.alertsChannel")}
            value={safety.latest?.safety_alerts_channel_id ?? ""}
            options={channels()}
            onValue={(id) => void change({ safety_alerts_channel_id: id || null })}
          />
        </Part>
        <Part title={t("moderation.editHistory")}>
          <Switch
            label={t("moderation.keepEdits")}
            description={t("moderation.keepEditsHint")}
            checked={safety.latest?.edit_history ?? false}
            onChange={(on) => void change({ edit_history: on })}
          />
        </Part>
      </Loaded>
    </>
  );
}
