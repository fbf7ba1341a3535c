import { createStore, reconcile } from "solid-js/store";
import type { Activity, Id, Presence, Status } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Presences = ReturnType<typeof createPresences>;

interface Shown {
  status: Status;
  activities: Activity[];
}

/** Who is there. Somebody unknown is offline. */
export function createPresences() {
  const [byUser, change] = createStore<Record<Id, Shown>>({});
  const take = (presences: Presence[]) =>
    change(
      Object.fromEntries(presences.map(({ user, status, activities }) => [user.id, { status, activities }])),
    );

  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(reconcile({}));
        return take([
          ...(event.d.presences ?? []),
          ...event.d.guilds.flatMap((guild) => guild.presences ?? []),
        ]);
      case "GUILD_CREATE":
        return take(event.d.presences ?? []);
      case "GUILD_MEMBERS_CHUNK":
        return take(event.d.presences ?? []);
      case "PRESENCE_UPDATE":
        return take([event.d]);
      default:
        return;
    }
  };
  return {
    status: (user: Id): Status => byUser[user]?.status ?? "offline",
    /** The custom status' words, emoji first. */
    motto: (user: Id): string => mottoOf(byUser[user]?.activities ?? []),
    /** One's own presence changes before the server says so. */
    show: (user: Id, status: Status, activities: Activity[]) => change(user, { status, activities }),
    apply,
  };
}

const CUSTOM = 4;

function mottoOf(activities: Activity[]) {
  const custom = activities.find((activity) => activity.type === CUSTOM);
  return custom ? [custom.emoji?.name, custom.state].filter(Boolean).join(" ") : "";
}
