import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { Spinner } from "~/ui/Spinner";

const PATIENCE_MS = 1500;

/** While the server has not answered: first nothing, then a word. */
export function Unreachable() {
  const [late, setLate] = createSignal(false);
  const timer = setTimeout(() => setLate(true), PATIENCE_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <div class="flex flex-col gap-4 items-start" role="status">
      <Spinner size={28} label={t("common.loading")} />
      <Show when={late()}>
        <h1 class="title-lg">{t("welcome.unreachableTitle")}</h1>
        <p class="text-fg-1">{t("welcome.unreachableText")}</p>
      </Show>
    </div>
  );
}
