import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { PageHeader } from "../PageHeader";
import { OnboardingPart } from "./OnboardingPart";
import { RulesPart } from "./RulesPart";
import { VerificationPart } from "./VerificationPart";
import { WelcomePart } from "./WelcomePart";

/** What meets those who join. */
export default function NewcomersPage(props: { guild: Id }) {
  const app = useApp();
  return (
    <>
      <PageHeader title={t("guild.newcomers")} text={t("guild.newcomersText")} />
      <VerificationPart guild={props.guild} />
      <RulesPart guild={props.guild} />
      {app.rights.may("manageRoles", props.guild) && <OnboardingPart guild={props.guild} />}
      <WelcomePart guild={props.guild} />
    </>
  );
}
