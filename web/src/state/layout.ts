import { createSignal } from "solid-js";
import type { Id } from "~/api/types";

export type Layout = ReturnType<typeof createLayout>;

const MEMBERS_KEY = "parley.members";
const PLACES_KEY = "parley.places";
const COLLAPSED_KEY = "parley.collapsed";

/** How the shell is arranged on this device, and where one was last. */
export function createLayout(storage: Storage) {
  const [drawer, openDrawer] = createSignal<"channels" | "members">();
  const [membersShown, showMembers] = createSignal(storage.getItem(MEMBERS_KEY) !== "hidden");
  const [collapsed, setCollapsed] = createSignal<Id[]>(read(storage, COLLAPSED_KEY, []));
  const [beside, showBeside] = createSignal<Id>();
  const [searching, openSearch] = createSignal(false);
  const places: Record<Id, Id> = read(storage, PLACES_KEY, {});

  return {
    /** On a narrow screen, what lies over the conversation. */
    drawer,
    openDrawer,
    closeDrawer: () => openDrawer(undefined),
    /** The thread that stands beside the channel. */
    beside,
    showBeside,
    /** Whether the search of the open channel lies over it. */
    searching,
    openSearch,
    membersShown,
    toggleMembers: () => {
      storage.setItem(MEMBERS_KEY, showMembers(!membersShown()) ? "shown" : "hidden");
    },
    isCollapsed: (category: Id) => collapsed().includes(category),
    toggleCategory: (category: Id) => {
      setCollapsed((all) =>
        all.includes(category) ? all.filter((id) => id !== category) : [...all, category],
      );
      storage.setItem(COLLAPSED_KEY, JSON.stringify(collapsed()));
    },
    /** The channel last read in a guild, and the guild last visited. */
    lastChannel: (guild: Id): Id | undefined => places[guild],
    lastGuild: (): Id | undefined => places.guild,
    visit: (guild: Id, channel: Id) => {
      Object.assign(places, { [guild]: channel, guild });
      storage.setItem(PLACES_KEY, JSON.stringify(places));
    },
  };
}

function read<T>(storage: Storage, key: string, otherwise: T): T {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") ?? otherwise;
  } catch {
    return otherwise;
  }
}
