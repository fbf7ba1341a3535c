import { createEffect, Show } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { useHold } from "./guard";

interface SaveBarProps {
  dirty: boolean;
  busy: boolean;
  error?: string | undefined;
  onSave(): void;
  onReset(): void;
}

/** Appears at the bottom of a page while something on it is not saved. */
export function SaveBar(props: SaveBarProps) {
  return (
    <Show when={props.dirty}>
      <Bar {...props} />
    </Show>
  );
}

function Bar(props: SaveBarProps) {
  const guard = useHold();
  let bar!: HTMLElement;
  createEffect(() => {
    if (guard.refused() > 0)
      bar.animate?.([{ transform: "translateX(-6px)" }, { transform: "translateX(6px)" }, {}], {
        duration: 90,
        iterations: 3,
      });
  });
  return (
    <section
      ref={bar}
      aria-label={t("common.unsaved")}
      class="rise sticky bottom-4 z-3 mt-auto flex flex-wrap items-center gap-3 ps-5 pe-3 py-3 float rounded-lg!"
      classList={{ "border-danger!": guard.refused() > 0 || props.error !== undefined }}
    >
      <p
        role="status"
        class="flex-1 min-w-40 text-sm font-medium"
        classList={{ "text-danger": props.error !== undefined }}
      >
        {props.error ?? (guard.refused() > 0 ? t("settings.saveBar") : t("common.unsaved"))}
      </p>
      <Button kind="ghost" onClick={() => props.onReset()}>
        {t("common.reset")}
      </Button>
      <Button kind="primary" busy={props.busy} onClick={() => props.onSave()}>
        {t("common.save")}
      </Button>
    </section>
  );
}
