import { For } from "solid-js";
import { VOICE } from "~/ui/Logo";

interface Line {
  y: number;
  start: number;
  widths: readonly number[];
  mine?: boolean;
}

/** A conversation seen from afar: discs are people, bars are words. */
const LINES: readonly Line[] = [
  { y: 0, start: 0, widths: [210, 130] },
  { y: 112, start: 0, widths: [150] },
  { y: 196, start: 128, widths: [240, 180], mine: true },
  { y: 308, start: 0, widths: [180] },
];

/** Decoration behind the words of the welcome page. */
export function Art() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 640 720"
      preserveAspectRatio="xMaxYMin slice"
      class="absolute inset-0 w-full h-full max-w-none rtl:-scale-x-100"
    >
      <defs>
        <radialGradient id="glow" cx="85%" cy="10%" r="90%">
          <stop offset="0" stop-color="var(--accent)" stop-opacity="0.3" />
          <stop offset="1" stop-color="var(--accent)" stop-opacity="0" />
        </radialGradient>
      </defs>
      <rect width="640" height="720" fill="url(#glow)" />
      <path d={VOICE} fill="var(--accent)" opacity="0.09" transform="translate(215 -90) scale(18)" />
      <g transform="translate(150 96)" class="max-md:hidden">
        <For each={LINES}>{(line) => <Said line={line} />}</For>
      </g>
    </svg>
  );
}

function Said(props: { line: Line }) {
  const widest = () => Math.max(...props.line.widths);
  const height = () => 32 + props.line.widths.length * 22;
  return (
    <g transform={`translate(${props.line.start} ${props.line.y})`}>
      <circle
        cx={props.line.mine ? widest() + 84 : 22}
        cy="22"
        r="22"
        fill={props.line.mine ? "var(--accent)" : "var(--bg-3)"}
      />
      <rect
        x={props.line.mine ? 0 : 58}
        y="0"
        width={widest() + 48}
        height={height()}
        rx="20"
        fill={props.line.mine ? "var(--accent)" : "var(--bg-float)"}
        stroke="var(--border)"
      />
      <For each={props.line.widths}>
        {(width, index) => (
          <rect
            x={props.line.mine ? 24 : 82}
            y={22 + index() * 22}
            width={width}
            height="10"
            rx="5"
            fill={props.line.mine ? "var(--accent-fg)" : "var(--fg-2)"}
            opacity={props.line.mine ? 0.75 : 0.5}
          />
        )}
      </For>
    </g>
  );
}
