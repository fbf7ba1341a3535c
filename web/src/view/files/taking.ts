import type { Id } from "~/api/types";
import type { App } from "~/state/app";

/** A picture from the clipboard goes with the message; text is pasted as ever. */
export function pasted(app: App, channel: Id, event: ClipboardEvent) {
  const files = [...(event.clipboardData?.files ?? [])];
  if (!files.length || event.clipboardData?.types.includes("text/plain")) return;
  event.preventDefault();
  app.uploads.add(channel, files);
}
