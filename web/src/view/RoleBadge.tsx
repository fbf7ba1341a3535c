import { Show } from "solid-js";
import { roleIconUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { useApp } from "~/state/app";
import { badgeOf } from "~/state/roster";

/** The picture or emoji of the highest role of somebody that has one. */
export function RoleBadge(props: { guild?: Id | undefined; user: Id }) {
  const app = useApp();
  const role = () => badgeOf(app.guilds.of(props.guild), app.members.of(props.guild, props.user));
  return (
    <Show when={role()}>
      {(it) => (
        <Show
          when={roleIconUrl(it())}
          fallback={
            <span role="img" aria-label={it().name} title={it().name} class="ms-1 text-sm">
              {it().unicode_emoji}
            </span>
          }
        >
          {(url) => (
            <img
              src={url()}
              alt={it().name}
              title={it().name}
              class="inline-block ms-1 w-4.5 h-4.5 object-contain align-text-bottom"
            />
          )}
        </Show>
      )}
    </Show>
  );
}
