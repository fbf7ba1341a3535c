import Bot from "lucide-solid/icons/bot";
import { createResource, For, Show } from "solid-js";
import type { Integration } from "~/api/bots";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";

/** The applications of a guild, each with a way to throw it out. */
export function IntegrationsPage(props: { guild: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [list, { refetch }] = createResource(() => props.guild, app.api.bots.integrations);
  const remove = async (one: Integration) => {
    if (await attempt(() => app.api.bots.removeIntegration(props.guild, one.id), t("bots.removed")))
      await refetch();
  };
  return (
    <>
      <PageHeader title={t("bots.integrations")} text={t("bots.integrationsText")} />
      <Loaded resource={list} onRetry={refetch}>
        <Show
          when={list.latest?.length}
          fallback={<EmptyState icon={<Bot size={28} />} title={t("bots.noIntegrations")} text="" />}
        >
          <ul class="card divide-y divide-line">
            <For each={list.latest}>
              {(one) => (
                <li class="flex flex-wrap items-center gap-4 px-4 py-3">
                  <Bot size={22} class="text-accent" aria-hidden="true" />
                  <div class="flex-1 min-w-45">
                    <p class="title-sm truncate">{one.name}</p>
                    <p class="hint-text">
                      {t("bots.addedBy", { name: one.user?.global_name ?? one.user?.username ?? "" })}
                    </p>
                  </div>
                  <Button kind="danger-quiet" size="sm" onClick={() => remove(one)}>
                    {t("common.remove")}
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
