import { Show } from "solid-js";
import { type Channel, ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { RecordTools } from "../record/RecordTools";
import { StageFoot, StageHead } from "../stage/Stage";
import { CallControls } from "./CallControls";
import { createStage } from "./stage/createStage";
import { Stage } from "./stage/Stage";

/** The faces of a call, and below them what one can do in it, or the way into it. */
export function CallRoom(props: { channel: Channel; guild: Id }) {
  const app = useApp();
  const stage = createStage(app, () => props.channel.id);
  const isStage = () => props.channel.type === ChannelType.stage;
  const joined = () => {
    const place = app.call.place();
    return place?.channel === props.channel.id ? place : undefined;
  };
  return (
    <div class="flex flex-col flex-1 min-w-0 min-h-0 p-4 max-md:p-3 gap-4 bg-bg-0">
      <Show when={isStage()}>
        <StageHead channel={props.channel} />
      </Show>
      <Show
        when={stage.keys().length}
        fallback={<p class="m-auto text-fg-1">{t(isStage() ? "stage.nobodySpeaks" : "call.empty")}</p>}
      >
        <Stage stage={stage} guild={props.guild} name={props.channel.name} />
      </Show>
      <Show when={isStage()}>
        <StageFoot channel={props.channel} />
      </Show>
      <Show
        when={joined()}
        keyed
        fallback={
          <div class="flex justify-center shrink-0">
            <Button
              kind="primary"
              size="lg"
              disabled={!app.rights.mayIn("connect", props.channel.id)}
              onClick={() => app.call.join(props.guild, props.channel.id)}
            >
              {t("call.enter")}
            </Button>
          </div>
        }
      >
        {(place) => <CallControls place={place} large />}
      </Show>
      <RecordTools channel={props.channel.id} guild={props.guild} />
    </div>
  );
}
