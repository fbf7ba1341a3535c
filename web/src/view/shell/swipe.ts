import { onCleanup } from "solid-js";
import type { App } from "~/state/app";

const FAR_PX = 60;
/** A swipe is mostly sideways. */
const STEEP = 0.6;

/** On glass, a swipe to the right opens the channels and one to the left the members; the opposite closes them. */
export function createSwipe(app: App) {
  let from: { x: number; y: number } | undefined;
  const begin = (event: TouchEvent) => {
    const [touch] = event.touches;
    const taken =
      event.target instanceof Element && event.target.closest("pre, input, textarea, dialog, [popover]");
    from = touch && event.touches.length === 1 && !taken ? { x: touch.clientX, y: touch.clientY } : undefined;
  };
  const end = (event: TouchEvent) => {
    const [touch] = event.changedTouches;
    if (!from || !touch || app.overlays.current()) return;
    const across = (touch.clientX - from.x) * (document.documentElement.dir === "rtl" ? -1 : 1);
    if (Math.abs(across) < FAR_PX || Math.abs(touch.clientY - from.y) > Math.abs(across) * STEEP) return;
    const open = app.layout.drawer();
    if (open) {
      if ((open === "channels") === across < 0) app.layout.closeDrawer();
    } else app.layout.openDrawer(across > 0 ? "channels" : "members");
  };
  document.addEventListener("touchstart", begin, { passive: true });
  document.addEventListener("touchend", end, { passive: true });
  onCleanup(() => {
    document.removeEventListener("touchstart", begin);
    document.removeEventListener("touchend", end);
  });
}
