import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { RadioCards } from "~/ui/RadioCards";
import { createAttempt } from "../../form/createAttempt";
import { Part } from "../PageHeader";

const LEVELS = ["0", "1", "2", "3", "4"] as const;

/** How much a newcomer must have shown before they may write. */
export function VerificationPart(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const level = () => String(app.guilds.of(props.guild)?.verification_level ?? 0) as (typeof LEVELS)[number];
  const choose = (value: string) =>
    attempt(async () => {
      const changed = await app.api.guilds.change(props.guild, { verification_level: Number(value) });
      app.apply({ t: "GUILD_UPDATE", d: changed });
    });
  return (
    <Part title={t("guild.verification")} text={t("guild.verificationText")}>
      <RadioCards
        label={t("guild.verificationLevel")}
        value={level()}
        options={LEVELS.map((value) => ({
          value,
          label: t(`guild.level${value}`),
          description: t(`guild.level${value}Text`),
        }))}
        onValue={(value) => void choose(value)}
      />
    </Part>
  );
}
