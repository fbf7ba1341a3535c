import { onCleanup } from "solid-js";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";

/** The keys that work everywhere in the shell. */
export function createShortcuts(app: App) {
  const keyed = (event: KeyboardEvent) => {
    // A dialog may hold what is not saved yet, so nothing leads away from under it.
    if (event.defaultPrevented || document.querySelector("dialog:modal")) return;
    const command = event.ctrlKey || event.metaKey;
    if (command && event.key.toLowerCase() === "k") take(event, () => app.overlays.open({ kind: "palette" }));
    else if (command && event.key.toLowerCase() === "f" && app.openChannel())
      take(event, () => app.layout.openSearch(true));
    else if (command && event.key === ",") take(event, () => app.overlays.open({ kind: "user-settings" }));
    else if (command && event.shiftKey && event.code === "KeyM" && app.call.place())
      take(event, () => app.call.mute(!app.call.self.mute));
    else if (command && event.shiftKey && event.code === "KeyD" && app.call.place())
      take(event, () => app.call.deafen(!app.call.self.deaf));
    else if (event.altKey && !command && event.key === "ArrowDown")
      take(event, () => step(app, 1, event.shiftKey));
    else if (event.altKey && !command && event.key === "ArrowUp")
      take(event, () => step(app, -1, event.shiftKey));
    else if (event.key === "Escape") leave(app, event);
  };
  document.addEventListener("keydown", keyed);
  onCleanup(() => document.removeEventListener("keydown", keyed));
}

function take(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  act();
}

/** To the neighbouring channel, or with Shift to the next unread one. */
function step(app: App, by: 1 | -1, unreadOnly: boolean) {
  const route = app.router.route();
  if (route.at !== "channel") return;
  const channels = app.channels.readable(route.guild).filter(isText);
  const at = channels.findIndex((channel) => channel.id === route.channel);
  for (let hops = 1; hops <= channels.length; hops++) {
    const next = channels[(at + by * hops + channels.length * 2) % channels.length];
    if (!next || (unreadOnly && !app.reads.unread(next.id))) continue;
    return app.router.go({ at: "channel", guild: route.guild, channel: next.id });
  }
}

/** Nothing is open over the shell: the channel is read. */
function leave(app: App, event: KeyboardEvent) {
  if (app.overlays.current() || event.target instanceof HTMLInputElement) return;
  if (app.layout.drawer()) return app.layout.closeDrawer();
  const channel = app.channels.of(app.openChannel());
  if (channel?.last_message_id) void app.reads.ack(channel.id, channel.last_message_id);
}
