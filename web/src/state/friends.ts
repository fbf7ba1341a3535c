import { createStore, produce, reconcile } from "solid-js/store";
import { type Relationship, RelationType } from "~/api/peopleTypes";
import type { Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";

export type Friends = ReturnType<typeof createFriends>;

interface Known {
  byUser: Record<Id, Relationship>;
  notes: Record<Id, string>;
}

/** What others are to the person, and what the person noted about them. */
export function createFriends() {
  const [known, change] = createStore<Known>({ byUser: {}, notes: {} });
  const all = (type: number) => Object.values(known.byUser).filter((one) => one.type === type);
  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "READY":
        change(
          "byUser",
          reconcile(Object.fromEntries((event.d.relationships ?? []).map((one) => [one.id, one]))),
        );
        return change("notes", reconcile(event.d.notes ?? {}));
      case "RELATIONSHIP_ADD":
      case "RELATIONSHIP_UPDATE":
        return change("byUser", event.d.id, event.d);
      case "RELATIONSHIP_REMOVE":
        return change(
          "byUser",
          produce((users) => void delete users[event.d.id]),
        );
      case "USER_NOTE_UPDATE":
        return change("notes", event.d.id, event.d.note);
      default:
        return;
    }
  };
  return {
    of: (user: Id | undefined): Relationship | undefined => (user ? known.byUser[user] : undefined),
    friends: () => all(RelationType.friend),
    blocked: () => all(RelationType.blocked),
    incoming: () => all(RelationType.incoming),
    outgoing: () => all(RelationType.outgoing),
    blocks: (user: Id) => known.byUser[user]?.type === RelationType.blocked,
    note: (user: Id) => known.notes[user] ?? "",
    apply,
  };
}
