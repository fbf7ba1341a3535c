import { createSignal, createUniqueId, Show } from "solid-js";
import { t } from "~/i18n";
import { type Cut, type Extent, placed, pushed, ZOOM_MAX, zoomed } from "./crop";

const STEP_PX = 16;
const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-STEP_PX, 0],
  ArrowRight: [STEP_PX, 0],
  ArrowUp: [0, -STEP_PX],
  ArrowDown: [0, STEP_PX],
};

interface CropFrameProps {
  url: string;
  frame: Extent;
  /** Shown as a circle, as people's pictures are. */
  round: boolean;
  cut: Cut;
  onCut: (cut: Cut) => void;
}

/** The picture behind the frame it will be cut to: pushed by pointer, finger or arrow keys, enlarged by wheel, keys or slider. */
export function CropFrame(props: CropFrameProps) {
  const id = createUniqueId();
  const [picture, setPicture] = createSignal<Extent>();
  let element!: HTMLButtonElement;
  const place = () => placed(picture() ?? props.frame, props.frame, props.cut);
  const push = (dx: number, dy: number) => {
    const whole = picture();
    if (whole) props.onCut(pushed(whole, props.frame, props.cut, dx, dy));
  };
  const zoom = (by: number) => props.onCut(zoomed(props.cut, props.cut.zoom * by));
  const dragged = (event: PointerEvent) => {
    if (!element.hasPointerCapture(event.pointerId)) return;
    const scale = props.frame.width / element.clientWidth;
    push(event.movementX * scale, event.movementY * scale);
  };
  const keyed = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const scale = props.frame.width / element.clientWidth;
    if (step) push(step[0] * scale, step[1] * scale);
    else if (event.key === "+") zoom(1.1);
    else if (event.key === "-") zoom(1 / 1.1);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <button
        ref={element}
        type="button"
        class="relative block mx-auto overflow-hidden bg-bg-3 cursor-grab active:cursor-grabbing touch-none select-none"
        classList={{ "rounded-full": props.round, "rounded-lg": !props.round }}
        style={{
          width: "min(100%, 20rem)",
          "aspect-ratio": `${props.frame.width} / ${props.frame.height}`,
        }}
        aria-label={t("files.movePicture")}
        aria-describedby={`${id}-how`}
        onPointerDown={(event) => element.setPointerCapture(event.pointerId)}
        onPointerMove={dragged}
        onKeyDown={keyed}
        onWheel={(event) => {
          event.preventDefault();
          zoom(event.deltaY < 0 ? 1.05 : 1 / 1.05);
        }}
      >
        <img
          src={props.url}
          alt=""
          draggable={false}
          class="absolute block max-w-none pointer-events-none"
          classList={{ "op-0": !picture() }}
          style={{
            width: `${place().width * 100}%`,
            left: `${place().left * 100}%`,
            top: `${place().top * 100}%`,
          }}
          onLoad={(event) =>
            setPicture({
              width: event.currentTarget.naturalWidth,
              height: event.currentTarget.naturalHeight,
            })
          }
        />
      </button>
      <p id={`${id}-how`} class="mt-2 text-center text-xs text-fg-2">
        {t("files.movePictureHow")}
      </p>
      <Show when={picture()}>
        <input
          type="range"
          class="block w-full mt-3"
          aria-label={t("files.zoom")}
          min="1"
          max={ZOOM_MAX}
          step="0.01"
          value={props.cut.zoom}
          onInput={(event) => props.onCut(zoomed(props.cut, Number(event.currentTarget.value)))}
        />
      </Show>
    </>
  );
}
