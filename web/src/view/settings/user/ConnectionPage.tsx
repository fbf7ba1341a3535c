import { t } from "~/i18n";
import { Check } from "../../check/CheckConnection";
import { PageHeader } from "../PageHeader";

/** Whether calls would reach one, before the first. */
export default function ConnectionPage() {
  return (
    <>
      <PageHeader title={t("check.title")} text={t("check.text")} />
      <Check />
    </>
  );
}
