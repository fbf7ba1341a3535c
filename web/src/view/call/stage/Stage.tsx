import { createSignal, For, type JSX, onCleanup, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { arrange, RATIO } from "./arrangement";
import { type CallStage, partsOf } from "./createStage";
import { Tile } from "./Tile";

const GAP = 12;

/** The faces and screens of a call: all alike, or one large above a row of the others. */
export function Stage(props: { stage: CallStage; guild: Id; name: string }) {
  const tile = (key: string, large = false) => (
    <Tile
      {...partsOf(key)}
      guild={props.guild}
      large={large}
      pinned={props.stage.pinned() === key}
      onPin={(on) => props.stage.pin(on ? key : undefined)}
    />
  );
  const people = () => t("call.people", { channel: props.name });
  return (
    <Show
      when={props.stage.large()}
      keyed
      fallback={<Grid keys={props.stage.keys()} label={people()} tile={tile} />}
    >
      {(large) => (
        <div class="flex flex-col flex-1 min-h-0 gap-3">
          <div class="flex flex-1 min-h-0">{tile(large, true)}</div>
          <Show when={props.stage.rest().length}>
            <ul
              class="flex shrink-0 gap-3 overflow-x-auto [justify-content:safe_center]"
              aria-label={people()}
            >
              <For each={props.stage.rest()}>
                {(key) => <li class="flex shrink-0 h-28 max-md:h-22 aspect-video">{tile(key)}</li>}
              </For>
            </ul>
          </Show>
        </div>
      )}
    </Show>
  );
}

function Grid(props: { keys: string[]; label: string; tile: (key: string) => JSX.Element }) {
  const [room, setRoom] = createSignal({ width: 0, height: 0 });
  const measure = (element: HTMLElement) => {
    const sizes = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect));
    sizes.observe(element);
    onCleanup(() => sizes.disconnect());
  };
  const size = () => {
    const { width } = arrange(props.keys.length, room().width, room().height, GAP);
    return { width: `${width}px`, height: `${Math.floor(width / RATIO)}px` };
  };
  return (
    <ul
      ref={measure}
      class="flex flex-1 flex-wrap min-h-0 gap-3 overflow-y-auto justify-center [align-content:safe_center]"
      aria-label={props.label}
    >
      <For each={props.keys}>
        {(key) => (
          <li class="flex" style={size()}>
            {props.tile(key)}
          </li>
        )}
      </For>
    </ul>
  );
}
