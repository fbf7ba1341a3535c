import Eye from "lucide-solid/icons/eye";
import { Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";

/** Says that one looks with the eyes of others, and leads back. */
export function ViewAsBanner() {
  const app = useApp();
  const roles = (guild: string, ids: string[]) =>
    app.guilds
      .roles(guild)
      .filter((role) => ids.includes(role.id))
      .map((role) => role.name)
      .join(", ") || t("moderation.viewAsEveryone");
  return (
    <Show when={app.viewAs.current()}>
      {(sight) => (
        <div
          role="status"
          class="flex flex-wrap items-center justify-center gap-3 px-4 py-1.5 bg-accent-soft text-sm font-medium"
        >
          <Eye size={16} aria-hidden="true" />
          <span>
            {t("moderation.viewAsBanner", {
              guild: app.guilds.of(sight().guild)?.name ?? "",
              roles: roles(sight().guild, sight().roles),
            })}
          </span>
          <Button size="sm" onClick={() => app.viewAs.end()}>
            {t("moderation.viewAsEnd")}
          </Button>
        </div>
      )}
    </Show>
  );
}
