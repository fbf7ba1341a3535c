import { t } from "~/i18n";
import { VoiceChoices } from "../../call/settings/VoiceChoices";
import { PageHeader } from "../PageHeader";

/** The same choices as in a call, before the first. */
export default function VoicePage() {
  return (
    <>
      <PageHeader title={t("voice.title")} text={t("voice.text")} />
      <div class="max-w-130">
        <VoiceChoices />
      </div>
    </>
  );
}
