import { createStore } from "solid-js/store";
import type { Api } from "~/api/api";
import type { UserSettings } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Settings = ReturnType<typeof createSettings>;

const KEY = "parley.settings";
const DEFAULTS: UserSettings = {
  theme: "system",
  locale: "",
  message_display_compact: false,
  status: "online",
  custom_status: null,
  guild_positions: [],
  developer_mode: false,
  reduced_motion: false,
};

/** The person's settings, the same on all devices; a copy in storage spares the next start a flash of the wrong theme. */
export function createSettings(api: Api, storage: Storage) {
  const [values, change] = createStore<UserSettings>({ ...DEFAULTS, ...remembered(storage) });
  const take = (settings: Partial<UserSettings>) => {
    change(settings);
    storage.setItem(KEY, JSON.stringify(values));
  };
  return {
    values,
    /** At once here, then on the server; rejects, and takes the change back, when the server refuses. */
    save: async (wanted: Partial<UserSettings>) => {
      const before = { ...values };
      take(wanted);
      try {
        take(await api.users.changeSettings(wanted));
      } catch (refusal) {
        take(before);
        throw refusal;
      }
    },
    /** Only on this device, for example before signing in. */
    preview: take,
    apply: (event: GatewayEvent) => {
      if (event.t === "READY") take(event.d.user_settings);
      else if (event.t === "USER_SETTINGS_UPDATE") take(event.d);
    },
  };
}

function remembered(storage: Storage): Partial<UserSettings> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
}
