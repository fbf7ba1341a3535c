import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createAttempt } from "../form/createAttempt";

export function LeaveGuild(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const leave = async () => {
    if (!(await attempt(() => app.api.users.leaveGuild(props.guild)))) return;
    props.onClose();
    app.router.replace({ at: "home" });
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t("dialogs.leaveTitle", { guild: app.guilds.of(props.guild)?.name ?? "" })}
      text={t("dialogs.leaveText")}
      confirmLabel={t("dialogs.leave")}
      cancelLabel={t("common.cancel")}
      busy={busy()}
      onConfirm={leave}
      onClose={props.onClose}
    />
  );
}
