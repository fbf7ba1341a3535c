import { Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../form/createAttempt";

/** Says that an application did not answer in time, and asks it again if one likes. */
export default function FailureNotice() {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const again = async () => {
    const failed = app.interactions.failure();
    app.interactions.forgive();
    if (failed) await attempt(failed.again);
  };
  return (
    <Show when={app.interactions.failure()}>
      {(failed) => (
        <div
          role="alert"
          class="fixed z-40 inset-x-0 bottom-24 mx-auto w-fit max-w-[calc(100%-1.5rem)] card bg-bg-float shadow-lg flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3"
        >
          <p class="text-sm font-medium">
            {failed().name ? t("bots.failed", { name: failed().name ?? "" }) : t("bots.noAnswer")}
          </p>
          <span class="flex gap-2 ms-auto">
            <Button size="sm" kind="primary" busy={busy()} onClick={again}>
              {t("common.retry")}
            </Button>
            <Button size="sm" kind="ghost" onClick={() => app.interactions.forgive()}>
              {t("bots.dismiss")}
            </Button>
          </span>
        </div>
      )}
    </Show>
  );
}
