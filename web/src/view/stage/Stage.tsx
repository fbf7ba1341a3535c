import UserMinus from "lucide-solid/icons/user-minus";
import { For, Show } from "solid-js";
import type { Channel, Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createDeed } from "../form/createDeed";
import { Audience } from "./Audience";
import { StagePart } from "./StagePart";
import { StageTopic } from "./StageTopic";
import { standingOf } from "./standing";

/** Whether one may begin the stage, let people speak and send them back: Discord asks for all three rights. */
const moderates = (app: ReturnType<typeof useApp>, channel: Channel) =>
  (["manageChannels", "muteMembers", "moveMembers"] as const).every((right) =>
    app.rights.mayIn(right, channel.id),
  );

/** What stands above the speakers of a stage. */
export function StageHead(props: { channel: Channel }) {
  const app = useApp();
  return <StageTopic channel={props.channel} moderates={moderates(app, props.channel)} />;
}

/** What stands below them: sending speakers back, the audience, and one's own part. */
export function StageFoot(props: { channel: Channel }) {
  const app = useApp();
  const may = () => moderates(app, props.channel);
  const others = () =>
    app.voice
      .in(props.channel.id)
      .filter((state) => standingOf(state) === "speaker" && state.user_id !== app.session.me()?.id);
  const attempt = createDeed();
  const sendBack = (user: Id) =>
    attempt(app.api.voice.takePart(props.channel.guild_id ?? "", user, { suppress: true }));
  const name = (user: Id) => app.members.name(props.channel.guild_id, user);
  return (
    <>
      <Show when={may() && others().length}>
        <ul class="flex flex-wrap gap-2 shrink-0" aria-label={t("stage.sendBackList")}>
          <For each={others()}>
            {(state) => (
              <li>
                <Button
                  size="sm"
                  kind="ghost"
                  icon={<UserMinus size={15} />}
                  onClick={() => sendBack(state.user_id)}
                >
                  {t("stage.sendBack", { name: name(state.user_id) })}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Audience channel={props.channel} moderates={may()} />
      <StagePart channel={props.channel} moderates={may()} />
    </>
  );
}
