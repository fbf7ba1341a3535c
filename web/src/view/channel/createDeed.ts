import { ApiError } from "~/api/errors";
import { t } from "~/i18n";
import { useToasts } from "~/ui/Toast";

/** Says in a notice when something that the person asked for was refused. */
export function createDeed() {
  const toasts = useToasts();
  return (deed: Promise<unknown>): void => {
    deed.catch((refusal: unknown) => toasts.show(textOf(refusal), "danger"));
  };
}

function textOf(refusal: unknown): string {
  if (!(refusal instanceof ApiError)) return t("common.error");
  if (refusal.offline) return t("common.offline");
  if (refusal.status === 403) return t("common.forbidden");
  if (refusal.status === 404) return t("common.gone");
  if (refusal.status === 429) return t("common.tooFast", { seconds: Math.ceil(refusal.retryAfterMs / 1000) });
  return refusal.message;
}
