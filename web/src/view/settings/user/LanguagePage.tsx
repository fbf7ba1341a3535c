import { LANGUAGES, type Language, language, t } from "~/i18n";
import { useApp } from "~/state/app";
import { RadioCards } from "~/ui/RadioCards";
import { createAttempt } from "../../form/createAttempt";
import { PageHeader } from "../PageHeader";

/** The language's own name first, so that one who cannot read the present one finds home. */
export function LanguagePage() {
  const app = useApp();
  const { attempt } = createAttempt();
  return (
    <>
      <PageHeader title={t("settings.language")} text={t("settings.languageText")} />
      <RadioCards<Language>
        label={t("settings.language")}
        value={language()}
        onValue={(locale) => void attempt(() => app.settings.save({ locale }))}
        options={LANGUAGES}
      />
    </>
  );
}
