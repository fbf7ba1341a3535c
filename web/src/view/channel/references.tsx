import type { JSX } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { References } from "~/markdown/Markdown";
import type { App } from "~/state/app";
import { Link } from "../Link";
import { fullTime, moment } from "./times";

/** How mentions, channels and moments look within a guild's messages. */
export function makeReferences(app: App, guild: Id): References {
  const user = (id: string): JSX.Element => (
    <button
      type="button"
      class="mention"
      classList={{ "mention-me": id === app.session.me()?.id }}
      onClick={(event) =>
        app.overlays.open({ kind: "profile", user: id, guild, anchor: event.currentTarget })
      }
    >
      @{app.members.user(id) ? app.members.name(guild, id) : t("chat.unknownUser")}
    </button>
  );
  const role = (id: string): JSX.Element => {
    const found = () => app.guilds.of(guild)?.roles.find((one) => one.id === id);
    const tint = () =>
      found()?.color ? `#${found()?.color.toString(16).padStart(6, "0")}` : "var(--accent)";
    return (
      <span
        class="mention"
        style={{
          color: `color-mix(in oklab, ${tint()} var(--tint), var(--fg-0))`,
          background: `color-mix(in srgb, ${tint()} 16%, transparent)`,
        }}
      >
        @{found()?.name ?? t("chat.unknownRole")}
      </span>
    );
  };
  const channel = (id: string): JSX.Element => {
    const found = app.channels.of(id);
    if (!found) return <span class="mention">#{t("chat.unknownChannel")}</span>;
    return (
      <Link class="mention" to={{ at: "channel", guild: found.guild_id ?? guild, channel: id }}>
        #{app.channels.of(id)?.name ?? found.name}
      </Link>
    );
  };
  return {
    user,
    role,
    channel,
    everyone: (text) => <span class="mention mention-me">{text}</span>,
    time: (seconds, style) => {
      const date = new Date(seconds * 1000);
      const valid = !Number.isNaN(date.getTime());
      return (
        <time
          class="md-time"
          datetime={valid ? date.toISOString() : ""}
          title={valid ? fullTime(date.toISOString()) : ""}
        >
          {moment(seconds, style)}
        </time>
      );
    },
    spoilerLabel: t("chat.spoiler"),
  };
}
