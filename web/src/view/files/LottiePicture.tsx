import lottie from "lottie-web/build/player/lottie_light";
import { onCleanup, onMount } from "solid-js";

/** A drawing that moves. The player is the one without expressions, so nothing in a drawing is a program. */
export default function LottiePicture(props: { url: string; alt: string; class: string }) {
  let element!: HTMLDivElement;
  onMount(() => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const player = lottie.loadAnimation({
      container: element,
      renderer: "svg",
      path: props.url,
      loop: !still,
      autoplay: !still,
    });
    onCleanup(() => player.destroy());
  });
  return <div ref={element} class={props.class} role="img" aria-label={props.alt} />;
}
