import { createSignal } from "solid-js";
import type { Id } from "~/api/types";

/** What lies over the shell. `page` names a tab of the settings, the first when absent. */
export type Overlay =
  | { kind: "user-settings"; page?: string }
  | { kind: "guild-settings"; guild: Id; page?: string }
  | { kind: "channel-settings"; channel: Id; page?: string }
  | { kind: "create-guild" }
  | { kind: "create-channel"; guild: Id; parent?: Id }
  | { kind: "create-category"; guild: Id }
  | { kind: "invite"; guild: Id; channel?: Id }
  | { kind: "profile"; user: Id; guild?: Id; anchor: Element | { x: number; y: number } }
  | { kind: "nickname"; guild: Id; user: Id }
  | { kind: "kick"; guild: Id; user: Id }
  | { kind: "ban"; guild: Id; user: Id }
  | { kind: "timeout"; guild: Id; user: Id }
  | { kind: "report"; guild: Id; user: Id; channel?: Id; message?: Id }
  | { kind: "edit-history"; channel: Id; message: Id }
  | { kind: "leave-guild"; guild: Id }
  | { kind: "delete-channel"; channel: Id }
  | { kind: "new-conversation"; group?: Id }
  | { kind: "rename-group"; group: Id }
  | { kind: "forward"; channel: Id; message: Id }
  | { kind: "follow"; channel: Id }
  | { kind: "events"; guild: Id }
  | { kind: "edit-event"; guild: Id; event?: Id }
  | { kind: "start-thread"; channel: Id; message?: Id }
  | { kind: "edit-thread"; thread: Id }
  | { kind: "new-post"; forum: Id }
  | { kind: "create-poll"; channel: Id }
  | { kind: "alerts"; guild: Id; channel?: Id }
  | { kind: "guild-folder"; folder: number }
  | { kind: "friend-nickname"; user: Id }
  | { kind: "status" }
  | { kind: "arrive"; guild: Id }
  | { kind: "answers"; guild: Id }
  | { kind: "check-connection"; start?: boolean }
  | { kind: "recordings"; channel: Id }
  | { kind: "palette" };

export type Overlays = ReturnType<typeof createOverlays>;

/** At most one overlay at a time. */
export function createOverlays() {
  const [current, show] = createSignal<Overlay>();
  return { current, open: (overlay: Overlay) => show(overlay), close: () => show(undefined) };
}
