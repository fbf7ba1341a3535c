import Timer from "lucide-solid/icons/timer";
import { t } from "~/i18n";

const MINUTE_S = 60;

/** That messages come slowly here, and how long one has to wait for the next one of one's own. */
export function SlowNotice(props: { seconds: number; left: number }) {
  return (
    <p
      class="flex items-center gap-1.5 px-4 pt-1.5 text-xs text-fg-2"
      title={t("chat.slowHint", { time: spanText(props.seconds) })}
    >
      <Timer size={14} aria-hidden="true" />
      <span>{t("chat.slow")}</span>
      {/* Spoken once when it begins, not every second. */}
      <span aria-hidden="true" class="tabular-nums font-semibold">
        {props.left > 0 ? clock(props.left) : ""}
      </span>
      <span class="sr-only">{t("chat.slowHint", { time: spanText(props.seconds) })}</span>
    </p>
  );
}

/** 75 s is 1:15. */
const clock = (seconds: number) =>
  `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, "0")}`;

const spanText = (seconds: number) =>
  seconds < MINUTE_S
    ? t("chat.slowSeconds", { count: seconds })
    : t("chat.slowMinutes", { count: Math.round(seconds / MINUTE_S) });
