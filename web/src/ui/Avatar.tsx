import { Show } from "solid-js";
import { colourOf, initialsOf } from "./identity";
import { type Presence, PresenceDot } from "./PresenceDot";

export interface AvatarProps {
  /** Decides the colour behind the initials. */
  id: string;
  name: string;
  src?: string | undefined;
  size?: number | undefined;
  /** A guild is a rounded square, a person a disc. */
  square?: boolean | undefined;
  status?: Presence | undefined;
  statusLabel?: string | undefined;
}

/** A picture or initials. It stands beside the name, so by itself it says nothing to screen readers but the presence. */
export function Avatar(props: AvatarProps) {
  const size = () => props.size ?? 40;
  const colour = () => colourOf(props.id);
  const round = () => (props.square ? "rounded-[30%]" : "rounded-full");
  return (
    <span class="relative inline-flex shrink-0" style={{ width: `${size()}px`, height: `${size()}px` }}>
      <Show
        when={props.src}
        fallback={
          <span
            aria-hidden="true"
            // Drawn, not written: as text the initials would be a visible label that nobody can speak.
            data-initials={initialsOf(props.name)}
            class={`before:content-[attr(data-initials)] flex items-center justify-center w-full h-full font-bold tracking-[-0.02em] select-none ${round()}`}
            style={{
              "background-color": colour().background,
              color: colour().text,
              "font-size": `${Math.round(size() * 0.38)}px`,
            }}
          />
        }
      >
        <img src={props.src} alt="" class={`w-full h-full object-cover ${round()}`} />
      </Show>
      <Show when={props.status}>
        {(status) => (
          <span class="absolute -end-0.5 -bottom-0.5 p-0.5 rounded-full bg-[var(--avatar-ground,var(--bg-1))]">
            <PresenceDot
              status={status()}
              label={props.statusLabel}
              size={Math.max(10, Math.round(size() * 0.3))}
            />
          </span>
        )}
      </Show>
    </span>
  );
}
