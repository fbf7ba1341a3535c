import RotateCw from "lucide-solid/icons/rotate-cw";
import WifiOff from "lucide-solid/icons/wifi-off";
import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";

/** A short break is mended before anybody need know of it. */
const PATIENCE_MS = 1_500;

/** Says that the connection is gone, and offers not to wait for the next try. */
export function ConnectionBanner() {
  const app = useApp();
  const [shown, show] = createSignal(false);
  const live = () => app.connection.state().is === "live";
  createEffect(() => {
    if (live()) return show(false);
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    onCleanup(() => clearTimeout(timer));
  });
  const refused = () => app.connection.state().is === "refused";
  return (
    <div role="status">
      <Show when={shown()}>
        <div class="rise flex items-center justify-center gap-2.5 min-h-10 px-4 py-1.5 text-sm font-medium bg-warn-soft text-fg-0 border-b border-line">
          <WifiOff size={16} class="text-warn shrink-0" aria-hidden="true" />
          <span>{refused() ? t("shell.refused") : t("shell.reconnecting")}</span>
          <button
            type="button"
            class="inline-flex items-center gap-1.5 px-2 min-h-7 rounded-sm font-semibold text-accent cursor-pointer hover:underline"
            onClick={() => (refused() ? location.reload() : app.connection.retry())}
          >
            <RotateCw size={14} aria-hidden="true" />
            {refused() ? t("shell.reload") : t("shell.retryNow")}
          </button>
        </div>
      </Show>
    </div>
  );
}
