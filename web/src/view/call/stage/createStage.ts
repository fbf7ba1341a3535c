import { createMemo } from "solid-js";
import { ChannelType, type Id } from "~/api/types";
import type { App } from "~/state/app";
import { standingOf } from "../../stage/standing";
import { spotlight } from "./spotlight";

export type Picture = "camera" | "screen";

export const keyOf = (user: Id, picture: Picture) => `${user}/${picture}`;

export function partsOf(key: string): { user: Id; picture: Picture } {
  const [user = "", picture] = key.split("/");
  return { user, picture: picture === "screen" ? "screen" : "camera" };
}

/** Who and what is shown of a call, by key, and what of it is large: what was pinned, else who speaks, else nothing. */
export function createStage(app: App, channel: () => Id) {
  const pinned = () => {
    const one = app.call.pinned();
    return one && keyOf(one.user, one.source);
  };
  const me = () => app.session.me()?.id;
  /** There only who speaks is shown. */
  const isStage = () => app.channels.of(channel())?.type === ChannelType.stage;
  const keys = createMemo(
    () =>
      app.voice
        .in(channel())
        .filter((state) => !isStage() || standingOf(state) === "speaker")
        .flatMap((state) => [
          keyOf(state.user_id, "camera"),
          ...(state.self_stream ? [keyOf(state.user_id, "screen")] : []),
        ]),
    [],
    { equals: (before, now) => before.join() === now.join() },
  );
  const speaker = createMemo<Id | undefined>((before) => {
    const floor = app.call.floor();
    if (floor && floor !== me() && keys().includes(keyOf(floor, "camera"))) return floor;
    return spotlight(
      app.voice
        .in(channel())
        .map((state) => state.user_id)
        .filter((user) => user !== me()),
      app.call.speaking,
      before,
    );
  });
  const watched = () =>
    keys().find((key) => {
      const { user, picture } = partsOf(key);
      return picture === "screen" && user !== me() && app.call.stream(user, "screen");
    });
  const large = createMemo(() => {
    const chosen = pinned();
    if (chosen && keys().includes(chosen)) return chosen;
    if (app.call.settings.values.view !== "speaker") return undefined;
    const somebody = speaker();
    return watched() ?? (somebody && keyOf(somebody, "camera"));
  });
  return {
    keys,
    pinned,
    pin: (key: string | undefined) => {
      const { user, picture } = partsOf(key ?? "");
      app.call.pin(user ? { user, source: picture } : undefined);
    },
    large,
    rest: () => keys().filter((key) => key !== large()),
  };
}

export type CallStage = ReturnType<typeof createStage>;
