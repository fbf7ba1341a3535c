import { createStore, reconcile } from "solid-js/store";
import type { Alert, GuildAlerts } from "~/api/peopleTypes";
import type { Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { HOME } from "./home";

export type Alerts = ReturnType<typeof createAlerts>;

export const AlertLevel = { all: 0, calls: 1, nothing: 2, inherit: 3 } as const;

const PLAIN: Alert = { message_notifications: AlertLevel.inherit, muted: false, mute_config: null };

/** When the person wants to be told of what happens in a guild or channel. */
export function createAlerts() {
  const [byGuild, change] = createStore<Record<Id, GuildAlerts>>({});
  const key = (alerts: GuildAlerts) => alerts.guild_id ?? HOME;
  const ofChannel = (guild: Id, channel: Id): Alert =>
    byGuild[guild]?.channel_overrides.find((one) => one.channel_id === channel) ?? PLAIN;
  return {
    ofGuild: (guild: Id): GuildAlerts | undefined => byGuild[guild],
    ofChannel,
    mutedGuild: (guild: Id) => isMuted(byGuild[guild] ?? PLAIN),
    /** @param line the channel and what it stands below: muting that mutes the channel, too */
    muted: (guild: Id, line: readonly Id[]) =>
      isMuted(byGuild[guild] ?? PLAIN) || line.some((channel) => isMuted(ofChannel(guild, channel))),
    /** The level that holds in a channel: its own or the nearest above it that says one. */
    level: (guild: Id, line: readonly Id[], otherwise: number) =>
      [
        ...line.map((channel) => ofChannel(guild, channel).message_notifications),
        byGuild[guild]?.message_notifications ?? AlertLevel.inherit,
      ].find((level) => level !== AlertLevel.inherit) ?? otherwise,
    apply: (event: GatewayEvent) => {
      if (event.t === "READY")
        change(
          reconcile(
            Object.fromEntries((event.d.user_guild_settings?.entries ?? []).map((one) => [key(one), one])),
          ),
        );
      else if (event.t === "USER_GUILD_SETTINGS_UPDATE") change(key(event.d), event.d);
    },
  };
}

export const isMuted = (alert: Alert, now = Date.now()) =>
  alert.muted && (!alert.mute_config?.end_time || Date.parse(alert.mute_config.end_time) > now);
