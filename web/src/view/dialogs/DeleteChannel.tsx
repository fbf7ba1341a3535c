import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createAttempt } from "../form/createAttempt";

export function DeleteChannel(props: { channel: Id; onClose(): void; onDeleted?: (() => void) | undefined }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const channel = app.channels.of(props.channel);
  const name = { channel: channel?.name ?? "" };
  const category = channel?.type === ChannelType.category;
  const remove = async () => {
    if (!(await attempt(() => app.api.channels.remove(props.channel)))) return;
    props.onClose();
    props.onDeleted?.();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={category ? t("dialogs.deleteCategoryTitle", name) : t("dialogs.deleteChannelTitle", name)}
      text={category ? t("dialogs.deleteCategoryText") : t("dialogs.deleteChannelText")}
      confirmLabel={t("common.delete")}
      cancelLabel={t("common.cancel")}
      busy={busy()}
      onConfirm={remove}
      onClose={props.onClose}
    />
  );
}
