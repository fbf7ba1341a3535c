import Circle from "lucide-solid/icons/circle";
import Library from "lucide-solid/icons/library";
import { Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../form/createAttempt";

/** Asks for a recording of the call, and leads to what was recorded. */
export function RecordTools(props: { channel: Id; guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const joined = () => app.call.place()?.channel === props.channel;
  const may = () => props.guild === props.channel || app.rights.mayIn("manageChannels", props.channel);
  return (
    <div class="flex justify-center flex-wrap gap-2 shrink-0">
      <Show when={joined() && may() && !app.call.recording()}>
        <Button
          kind="ghost"
          size="sm"
          busy={busy()}
          icon={<Circle size={14} class="text-danger" />}
          onClick={() => void attempt(() => app.api.voice.record(props.channel))}
        >
          {t("record.start")}
        </Button>
      </Show>
      <Button
        kind="ghost"
        size="sm"
        icon={<Library size={15} />}
        onClick={() => app.overlays.open({ kind: "recordings", channel: props.channel })}
      >
        {t("record.list")}
      </Button>
    </div>
  );
}
