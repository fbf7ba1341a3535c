import type { JSX } from "solid-js";
import type { Id } from "~/api/types";
import { useApp } from "~/state/app";
import { colourOf } from "~/state/roster";

/**
 * A name in its role's colour. Roles' colours are anybody's choice, so the text colour is mixed in until it can be read on the ground
 * of every theme.
 */
export function NameColour(props: {
  guild?: Id | undefined;
  user: Id;
  class?: string;
  children: JSX.Element;
}) {
  const app = useApp();
  const colour = () => colourOf(app.guilds.of(props.guild), app.members.of(props.guild, props.user));
  return (
    <bdi
      class={props.class ?? ""}
      style={{
        color: colour() ? `color-mix(in oklab, ${colour()} var(--tint), var(--fg-0))` : "var(--fg-0)",
      }}
    >
      {props.children}
    </bdi>
  );
}
