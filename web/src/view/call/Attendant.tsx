import { createEffect, lazy, on, onCleanup, Show, Suspense } from "solid-js";
import { useApp } from "~/state/app";
import { createMedia } from "~/ui/createMedia";
import { RecordingQuestion } from "../record/Recording";
import { NARROW } from "../shell/Drawer";
import { Announcer } from "./Announcer";
import { CallStrip } from "./CallStrip";
import { Trouble } from "./VoiceBar";

const Floating = lazy(() => import("./Floating"));

/** What goes with a call wherever one is in the client: who comes and goes, what one is asked, why it does not come about. */
export default function Attendant() {
  const app = useApp();
  createEffect(
    on(app.call.trouble, (trouble) => {
      if (trouble === "unreached" && !app.overlays.current())
        app.overlays.open({ kind: "check-connection", start: true });
    }),
  );
  onCleanup(app.call.unfloat);
  const narrow = createMedia(NARROW.channels);
  return (
    <>
      <Show when={narrow()}>
        <Trouble />
      </Show>
      <Show when={app.call.place()}>
        {(place) => (
          <>
            <Announcer place={place()} />
            <CallStrip place={place()} />
            <RecordingQuestion />
            <Show when={app.call.floating()} keyed>
              {(picture) => (
                <Suspense>
                  <Floating picture={picture} place={place()} />
                </Suspense>
              )}
            </Show>
          </>
        )}
      </Show>
    </>
  );
}
