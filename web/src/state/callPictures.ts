import type { SetStoreFunction } from "solid-js/store";
import type { Chime } from "~/call/chimes";
import type { ScreenWish } from "~/call/screen";
import type { CallSession } from "~/call/session";
import type { Self } from "./callSelf";

interface Needs {
  session: () => CallSession | undefined;
  /** Tells the server what one sends. */
  tell: () => void;
  sound: (name: Chime) => void;
  trouble: (what: "camera") => void;
}

/** The camera and the screen that one shows oneself. */
export function makeOwnPictures(self: Self, change: SetStoreFunction<Self>, needs: Needs) {
  let wish: ScreenWish | undefined;
  return {
    video: async (on: boolean) => {
      change("video", on);
      needs.tell();
      const session = needs.session();
      if (session && !(await session.camera(on)) && on) {
        change("video", false);
        needs.tell();
        needs.trouble("camera");
      }
    },
    share: async (next: ScreenWish | undefined) => {
      if (next && !(await needs.session()?.screen(next))) return;
      if (!next) await needs.session()?.screen(undefined);
      wish = next;
      if (self.stream !== Boolean(next)) needs.sound(next ? "shared" : "unshared");
      change("stream", Boolean(next));
      needs.tell();
    },
    /** How the screen is shared now. */
    shared: () => (self.stream ? wish : undefined),
    /** Changes how it is shared, without choosing it again. */
    reshape: async (next: ScreenWish) => {
      wish = next;
      await needs.session()?.reshape(next);
    },
  };
}
