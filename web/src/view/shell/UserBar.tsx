import Settings from "lucide-solid/icons/settings";
import { createSignal, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Status } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { Menu } from "~/ui/Menu";
import { PresenceDot } from "~/ui/PresenceDot";
import { createDeed } from "../form/createDeed";
import { statusName } from "./status";

const CHOICES = ["online", "idle", "dnd", "invisible"] as const;

/** Oneself: name and presence, a menu to change it, the way to the settings. */
export function UserBar() {
  const app = useApp();
  const attempt = createDeed();
  const [anchor, open] = createSignal<HTMLElement>();
  const status = (): Status =>
    app.connection.state().is === "live" ? app.settings.values.status : "offline";
  const motto = () => {
    const custom = app.settings.values.custom_status;
    return custom ? [custom.emoji_name, custom.text].filter(Boolean).join(" ") : "";
  };
  return (
    <Show when={app.session.me()}>
      {(me) => (
        <section
          aria-label={t("shell.you")}
          class="flex items-center gap-1 shrink-0 p-2 border-t border-line"
        >
          <button
            type="button"
            aria-haspopup="menu"
            aria-expanded={anchor() !== undefined}
            class="flex items-center gap-2.5 flex-1 min-w-0 h-12 px-2 rounded-md text-start cursor-pointer transition-colors hover:bg-bg-hover"
            onClick={(event) => open(anchor() ? undefined : event.currentTarget)}
          >
            <Avatar
              id={me().id}
              name={displayName(me()) ?? ""}
              src={avatarUrl(me())}
              size={34}
              status={status()}
              statusLabel={statusName(status())}
            />
            <span class="flex-1 min-w-0">
              <bdi class="block truncate text-sm font-semibold leading-4.5">{displayName(me())}</bdi>
              <span class="block truncate text-xs leading-4 text-fg-2">
                {motto() || statusName(status())}
              </span>
            </span>
          </button>
          <IconButton
            label={t("shell.settings")}
            onClick={() => app.overlays.open({ kind: "user-settings" })}
          >
            <Settings size={19} />
          </IconButton>
          <Show when={anchor()}>
            {(button) => (
              <Menu
                anchor={button()}
                side="top"
                label={t("shell.you")}
                onClose={() => open(undefined)}
                items={[
                  ...CHOICES.map((choice) => ({
                    label: statusName(choice),
                    icon: <PresenceDot status={choice} size={13} />,
                    checked: app.settings.values.status === choice,
                    onSelect: () => attempt(app.settings.save({ status: choice })),
                  })),
                  "separator",
                  { label: t("shell.customStatus"), onSelect: () => app.overlays.open({ kind: "status" }) },
                  {
                    label: t("shell.profile"),
                    onSelect: () => app.overlays.open({ kind: "user-settings", page: "profile" }),
                  },
                  "separator",
                  { label: t("shell.signOut"), danger: true, onSelect: () => attempt(app.session.signOut()) },
                ]}
              />
            )}
          </Show>
        </section>
      )}
    </Show>
  );
}
