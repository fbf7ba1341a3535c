import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import type { App } from "~/state/app";
import { dropped, type Target } from "~/state/rail";
import type { Attempt } from "../form/createDeed";
import { freshFolder, keepRail, railNow } from "./railDeeds";

const EDGE = 0.28;

/** Dragging in the rail: near an edge means beside, in the middle means into. */
export function createRailDrag(app: App, attempt: Attempt) {
  const [held, hold] = createSignal<Id | number>();
  const [target, aim] = createSignal<Target>();
  const end = () => {
    hold(undefined);
    aim(undefined);
  };
  return {
    target,
    /** What a thing in the rail listens to. */
    handlers: (what: Id | number) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.stopPropagation();
        hold(() => what);
        event.dataTransfer?.setData("text/plain", String(what));
        if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      },
      onDragOver: (event: DragEvent & { currentTarget: HTMLElement }) => {
        if (held() === undefined || held() === what) return;
        event.preventDefault();
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        const at = (event.clientY - box.top) / box.height;
        const edge = at < EDGE ? "before" : at > 1 - EDGE ? "after" : "into";
        aim({ at: what, edge });
      },
      onDrop: (event: DragEvent) => {
        const [moved, place] = [held(), target()];
        event.preventDefault();
        event.stopPropagation();
        end();
        if (moved === undefined || !place) return;
        attempt(keepRail(app, dropped(railNow(app), moved, place, freshFolder())));
      },
      onDragEnd: end,
    }),
  };
}
