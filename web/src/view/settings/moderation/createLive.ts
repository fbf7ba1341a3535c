import { onCleanup } from "solid-js";
import type { Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { useApp } from "~/state/app";

/** Hears what happens in a guild for as long as a page is open. */
export function createLive(guild: () => Id, heard: (event: GatewayEvent) => void) {
  const app = useApp();
  const stop = app.listen((event) => {
    if (placeOf(event) === guild()) heard(event);
  });
  onCleanup(stop);
}

function placeOf(event: GatewayEvent): Id | undefined {
  if (event.t === "GUILD_UPDATE") return event.d.id;
  const d = event.d as { guild_id?: Id } | undefined;
  return d?.guild_id;
}
