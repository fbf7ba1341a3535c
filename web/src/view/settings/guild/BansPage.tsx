import Ban from "lucide-solid/icons/ban";
import { createResource, For, Show } from "solid-js";
import type { Id, User } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";

export function BansPage(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [bans, { refetch }] = createResource(() => props.guild, app.api.members.bans);
  const lift = async (user: User) => {
    const done = t("settings.unbanned", { name: displayName(user) ?? "" });
    if (await attempt(() => app.api.members.unban(props.guild, user.id), done)) await refetch();
  };
  return (
    <>
      <PageHeader title={t("settings.bans")} text={t("settings.bansText")} />
      <Loaded resource={bans} onRetry={refetch}>
        <Show
          when={(bans.latest ?? []).length > 0}
          fallback={
            <EmptyState
              icon={<Ban size={28} />}
              title={t("settings.bansNone")}
              text={t("settings.bansNoneText")}
            />
          }
        >
          <ul class="card divide-y divide-line">
            <For each={bans.latest}>
              {(ban) => (
                <li class="flex flex-wrap items-center gap-4 px-4 py-3">
                  <Avatar id={ban.user.id} name={displayName(ban.user) ?? ""} size={36} />
                  <div class="flex-1 min-w-45">
                    <p class="title-sm truncate">
                      {displayName(ban.user)} <span class="text-fg-2 font-normal">@{ban.user.username}</span>
                    </p>
                    <p class="hint-text break-words">
                      {ban.reason
                        ? t("settings.banReason", { reason: ban.reason })
                        : t("settings.banNoReason")}
                    </p>
                  </div>
                  <Button
                    size="sm"
                    aria-label={t("settings.unbanOf", { name: displayName(ban.user) ?? "" })}
                    onClick={() => lift(ban.user)}
                  >
                    {t("settings.unban")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
    </>
  );
}
