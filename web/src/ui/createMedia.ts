import { createSignal, onCleanup } from "solid-js";

/** Whether the window is as a media query says. */
export function createMedia(query: string) {
  const media = matchMedia(query);
  const [matches, set] = createSignal(media.matches);
  const changed = () => set(media.matches);
  media.addEventListener("change", changed);
  onCleanup(() => media.removeEventListener("change", changed));
  return matches;
}
