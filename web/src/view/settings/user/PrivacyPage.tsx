import { For, Show } from "solid-js";
import { iconUrl } from "~/api/cdn";
import type { Id, UserSettings } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Switch } from "~/ui/Switch";
import { createDeed } from "../../form/createDeed";
import { PageHeader, Part } from "../PageHeader";

const OPEN = { all: true, mutual_friends: true, mutual_guilds: true };

/** Who may ask and write. */
export function PrivacyPage() {
  const app = useApp();
  const attempt = createDeed();
  const save = (part: Partial<UserSettings>) => attempt(app.settings.save(part));
  const sources = () => app.settings.values.friend_source_flags ?? OPEN;
  const closed = () => app.settings.values.restricted_guilds ?? [];
  const lets = (guild: Id, on: boolean) =>
    save({ restricted_guilds: on ? closed().filter((id) => id !== guild) : [...closed(), guild] });
  return (
    <>
      <PageHeader title={t("alerts.privacy")} text={t("alerts.privacyText")} />
      <Part title={t("alerts.asking")}>
        <div class="divide-y divide-line -my-3">
          <Switch
            label={t("alerts.askAll")}
            checked={sources().all}
            onChange={(all) => save({ friend_source_flags: { ...sources(), all } })}
          />
          <Show when={!sources().all}>
            <Switch
              label={t("alerts.askFriends")}
              checked={sources().mutual_friends}
              onChange={(mutual_friends) => save({ friend_source_flags: { ...sources(), mutual_friends } })}
            />
            <Switch
              label={t("alerts.askGuilds")}
              checked={sources().mutual_guilds}
              onChange={(mutual_guilds) => save({ friend_source_flags: { ...sources(), mutual_guilds } })}
            />
          </Show>
        </div>
      </Part>
      <Part title={t("alerts.writing")} text={t("alerts.writingText")}>
        <div class="divide-y divide-line -my-3">
          <Switch
            label={t("alerts.newGuilds")}
            description={t("alerts.newGuildsText")}
            checked={!app.settings.values.default_guilds_restricted}
            onChange={(on) => save({ default_guilds_restricted: !on })}
          />
          <For each={app.guilds.all()}>
            {(guild) => (
              <div class="flex items-center gap-3">
                <Avatar id={guild.id} name={guild.name} src={iconUrl(guild)} size={32} square />
                <div class="flex-1 min-w-0">
                  <Switch
                    label={t("alerts.guildMayWrite", { guild: guild.name })}
                    checked={!closed().includes(guild.id)}
                    onChange={(on) => lets(guild.id, on)}
                  />
                </div>
              </div>
            )}
          </For>
        </div>
      </Part>
    </>
  );
}
