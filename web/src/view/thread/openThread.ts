import type { Channel } from "~/api/types";
import type { App } from "~/state/app";

/** Beside its channel where there is room and that channel is open, otherwise in its place. */
export function openThread(app: App, thread: Channel): void {
  const wide = matchMedia("(min-width: 1024px)").matches;
  app.apply({ t: "THREAD_UPDATE", d: thread });
  if (wide && app.openChannel() === thread.parent_id) app.layout.showBeside(thread.id);
  else app.router.go({ at: "channel", guild: thread.guild_id ?? "", channel: thread.id });
}
