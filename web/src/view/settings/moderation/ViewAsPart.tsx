import Eye from "lucide-solid/icons/eye";
import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../../form/createAttempt";
import { Part } from "../PageHeader";
import { Picks } from "./Picks";

/** Begins to look with the eyes of others. */
export function ViewAsPart(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [roles, setRoles] = createSignal<Id[]>([]);
  const choices = () =>
    app.guilds
      .roles(props.guild)
      .filter((role) => role.id !== props.guild)
      .map((role) => ({ id: role.id, label: role.name }));
  const start = () =>
    attempt(async () => {
      await app.viewAs.start(props.guild, roles());
      app.overlays.close();
    });
  return (
    <Part title={t("moderation.viewAs")} text={t("moderation.viewAsText")}>
      <Picks label={t("settings.roles")} choices={choices()} chosen={roles()} onChange={setRoles} />
      <Button class="self-start" icon={<Eye size={16} />} busy={busy()} onClick={() => void start()}>
        {t("moderation.viewAsStart")}
      </Button>
    </Part>
  );
}
