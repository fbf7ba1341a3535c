import Hand from "lucide-solid/icons/hand";
import MicOff from "lucide-solid/icons/mic-off";
import { Match, Show, Switch } from "solid-js";
import type { Channel } from "~/api/types";
import type { StagePart as Part } from "~/api/voice";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createDeed } from "../form/createDeed";
import { standingOf } from "./standing";

/** What one can do about speaking oneself: ask, accept an invitation, go back to the audience. */
export function StagePart(props: { channel: Channel; moderates: boolean }) {
  const app = useApp();
  const guild = () => props.channel.guild_id ?? "";
  const own = () => {
    const state = app.voice.of(guild(), app.session.me()?.id);
    return state?.channel_id === props.channel.id ? state : undefined;
  };
  const attempt = createDeed();
  const become = (part: Part) => attempt(app.api.voice.takePart(guild(), "@me", part));
  const speak = () => become({ suppress: false, request_to_speak_timestamp: null });
  const listen = () => become({ suppress: true, request_to_speak_timestamp: null });
  return (
    <Show when={own()}>
      {(state) => (
        <div class="flex flex-wrap items-center justify-center gap-3 shrink-0 pb-2">
          <Switch>
            <Match when={standingOf(state()) === "invited"}>
              <p role="alert" class="font-semibold">
                {t("stage.invitedYou")}
              </p>
              <Button kind="primary" onClick={speak}>
                {t("stage.accept")}
              </Button>
              <Button kind="secondary" onClick={listen}>
                {t("stage.decline")}
              </Button>
            </Match>
            <Match when={standingOf(state()) === "speaker"}>
              <Button kind="secondary" icon={<MicOff size={17} />} onClick={listen}>
                {t("stage.stepDown")}
              </Button>
            </Match>
            <Match when={props.moderates}>
              <Button kind="primary" onClick={speak}>
                {t("stage.speak")}
              </Button>
            </Match>
            <Match when={standingOf(state()) === "asking"}>
              <p role="status" class="text-fg-2">
                {t("stage.youAsk")}
              </p>
              <Button
                kind="secondary"
                icon={<Hand size={17} />}
                onClick={() => become({ request_to_speak_timestamp: null })}
              >
                {t("stage.lowerHand")}
              </Button>
            </Match>
            <Match when={standingOf(state()) === "audience"}>
              <Button
                kind="primary"
                icon={<Hand size={17} />}
                disabled={!app.rights.mayIn("requestToSpeak", props.channel.id)}
                onClick={() => become({ request_to_speak_timestamp: new Date().toISOString() })}
              >
                {t("stage.raiseHand")}
              </Button>
            </Match>
          </Switch>
        </div>
      )}
    </Show>
  );
}
