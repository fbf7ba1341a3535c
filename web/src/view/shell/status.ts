import type { Status } from "~/api/types";
import { t } from "~/i18n";

export const statusName = (status: Status) =>
  status === "offline" ? t("common.offlineStatus") : t(`common.${status}`);
