import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { VoiceChoices } from "./settings/VoiceChoices";

/** What one may want to change in the midst of a call. */
export default function CallSettings(props: { anchor: HTMLElement; onClose(): void }) {
  const app = useApp();
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("call.settings")}
      role="dialog"
      class="w-86 max-w-[95vw] p-4"
      onClose={props.onClose}
    >
      <div class="flex flex-col gap-3">
        <VoiceChoices />
        <Button
          kind="secondary"
          onClick={() => {
            props.onClose();
            app.overlays.open({ kind: "check-connection" });
          }}
        >
          {t("check.title")}
        </Button>
      </div>
    </Popover>
  );
}
