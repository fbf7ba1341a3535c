import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { GatewayEvent } from "~/gateway/events";
import { AlertLevel, createAlerts } from "./alerts";

const entry = (channel: string, muted: boolean, message_notifications: number) => ({
  channel_id: channel,
  muted,
  mute_config: null,
  message_notifications,
  collapsed: false,
});

describe("alerts", () => {
  const alerts = createRoot(createAlerts);
  alerts.apply({
    t: "USER_GUILD_SETTINGS_UPDATE",
    d: {
      guild_id: "1",
      muted: false,
      mute_config: null,
      message_notifications: AlertLevel.inherit,
      suppress_everyone: false,
      suppress_roles: false,
      channel_overrides: [
        entry("20", true, AlertLevel.inherit),
        entry("30", false, AlertLevel.nothing),
        entry("40", false, AlertLevel.all),
      ],
    },
  } as unknown as GatewayEvent);

  it("mutes what stands below something muted", () => {
    expect(alerts.muted("1", ["21", "20"])).toBe(true);
    expect(alerts.muted("1", ["31", "30"])).toBe(false);
    expect(alerts.muted("2", ["21", "20"])).toBe(false);
  });

  it("takes the nearest level that says something", () => {
    expect(alerts.level("1", ["31", "30"], AlertLevel.calls)).toBe(AlertLevel.nothing);
    expect(alerts.level("1", ["40", "30"], AlertLevel.calls)).toBe(AlertLevel.all);
    expect(alerts.level("1", ["20"], AlertLevel.calls)).toBe(AlertLevel.calls);
  });
});
