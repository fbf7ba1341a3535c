import type { UserSettings } from "~/api/types";

interface Paint {
  rail: string;
  side: string;
  page: string;
  line: string;
  accent: string;
}

/** The colours of tokens.css, since the picture shows themes other than the one in use. */
const PAINTS: Record<"dark" | "light" | "contrast", Paint> = {
  dark: { rail: "#0a0f11", side: "#10171a", page: "#161f23", line: "#3a4a50", accent: "#45d4b8" },
  light: { rail: "#dfe8e7", side: "#edf2f1", page: "#fbfdfc", line: "#b6c6c5", accent: "#0a7468" },
  contrast: { rail: "#000000", side: "#000000", page: "#000000", line: "#ffffff", accent: "#5cffdf" },
};

/** A tiny Parley in a theme; for "system" half dark, half light. */
export function ThemePicture(props: { theme: UserSettings["theme"] }) {
  return (
    <svg viewBox="0 0 120 72" class="w-full rounded-sm border border-line" aria-hidden="true">
      <Window paint={PAINTS[props.theme === "system" ? "light" : props.theme]} />
      {props.theme === "system" && (
        <svg x="60" y="0" width="60" height="72" viewBox="60 0 60 72" aria-hidden="true">
          <Window paint={PAINTS.dark} />
        </svg>
      )}
    </svg>
  );
}

function Window(props: { paint: Paint }) {
  return (
    <>
      <rect width="120" height="72" fill={props.paint.page} />
      <rect width="14" height="72" fill={props.paint.rail} />
      <rect x="14" width="30" height="72" fill={props.paint.side} />
      <rect x="44" width="0.75" height="72" fill={props.paint.line} />
      <circle cx="7" cy="9" r="4" fill={props.paint.accent} />
      <circle cx="7" cy="21" r="4" fill={props.paint.line} />
      <rect x="18" y="10" width="18" height="3" rx="1.5" fill={props.paint.line} />
      <rect x="18" y="18" width="22" height="3" rx="1.5" fill={props.paint.accent} />
      <rect x="18" y="26" width="15" height="3" rx="1.5" fill={props.paint.line} />
      <circle cx="54" cy="14" r="4.5" fill={props.paint.line} />
      <rect x="62" y="10" width="26" height="3" rx="1.5" fill={props.paint.accent} />
      <rect x="62" y="16" width="46" height="3" rx="1.5" fill={props.paint.line} />
      <circle cx="54" cy="34" r="4.5" fill={props.paint.line} />
      <rect x="62" y="30" width="20" height="3" rx="1.5" fill={props.paint.accent} />
      <rect x="62" y="36" width="38" height="3" rx="1.5" fill={props.paint.line} />
      <rect
        x="49"
        y="56"
        width="65"
        height="10"
        rx="3"
        fill={props.paint.side}
        stroke={props.paint.line}
        stroke-width="0.75"
      />
    </>
  );
}
