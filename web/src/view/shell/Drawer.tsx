import { createEffect, type JSX, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { createMedia } from "~/ui/createMedia";

interface DrawerProps {
  name: "channels" | "members";
  label: string;
  /** Not there at all where the screen is wide enough for the thing itself. */
  narrowOnly?: boolean;
  children: JSX.Element;
}

export const NARROW = { channels: "(max-width: 819px)", members: "(max-width: 1119px)" };

/** A column of the shell that on a narrow screen slides in over the conversation. */
export function Drawer(props: DrawerProps) {
  const app = useApp();
  const narrow = createMedia(NARROW[props.name]);
  const open = () => app.layout.drawer() === props.name;
  let panel: HTMLDivElement | undefined;
  createEffect(() => {
    if (narrow() && open()) queueMicrotask(() => panel?.focus());
  });
  const side = () => (props.name === "channels" ? "start-0" : "end-0");
  return (
    <Show
      when={narrow()}
      fallback={props.narrowOnly ? null : <div class="flex shrink-0 min-h-0">{props.children}</div>}
    >
      <Show when={open()}>
        <div class="fixed inset-0 z-20 flex">
          <button
            type="button"
            tabindex="-1"
            aria-label={t("shell.closeDrawer")}
            class="appear absolute inset-0 w-full bg-[var(--scrim)] cursor-default"
            onClick={app.layout.closeDrawer}
          />
          <div
            ref={panel}
            role="dialog"
            aria-modal="true"
            aria-label={props.label}
            tabindex="-1"
            class={`slide absolute inset-y-0 ${side()} flex w-84 max-w-[88vw] bg-bg-0 shadow-high outline-none`}
            classList={{ "slide-from-end": props.name === "members" }}
          >
            {props.children}
          </div>
        </div>
      </Show>
    </Show>
  );
}
