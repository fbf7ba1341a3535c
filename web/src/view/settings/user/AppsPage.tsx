import Blocks from "lucide-solid/icons/blocks";
import { createResource, For, Show } from "solid-js";
import type { GrantedApp } from "~/api/bots";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { appIconUrl } from "../../developers/appIcon";
import { scopeText } from "../../developers/ScopeList";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";

/** Everything that acts for the person or was taken by them, each with a way to end it. */
export default function AppsPage() {
  const app = useApp();
  const { attempt } = createAttempt();
  const [list, { refetch }] = createResource(app.api.bots.granted);
  const end = async (one: GrantedApp) => {
    if (await attempt(() => app.api.bots.endGranted(one.id), t("oauth.appsEnded"))) await refetch();
  };
  const about = (one: GrantedApp) =>
    [
      one.scopes.length
        ? t("oauth.appsActs", { scopes: one.scopes.map((it) => scopeText(it)).join(", ") })
        : "",
      one.installed ? t("oauth.appsInstalled") : "",
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <PageHeader title={t("oauth.appsTitle")} text={t("oauth.appsText")} />
      <Loaded resource={list} onRetry={refetch}>
        <Show
          when={list.latest?.length}
          fallback={<EmptyState icon={<Blocks size={28} />} title={t("oauth.appsNone")} />}
        >
          <ul class="card divide-y divide-line">
            <For each={list.latest}>
              {(one) => (
                <li class="flex flex-wrap items-center gap-4 px-4 py-3">
                  <Avatar id={one.id} name={one.application.name} src={appIconUrl(one.application)} square />
                  <div class="flex-1 min-w-45">
                    <p class="title-sm truncate">{one.application.name}</p>
                    <p class="hint-text">{about(one)}</p>
                  </div>
                  <Button kind="danger-quiet" size="sm" onClick={() => end(one)}>
                    {t("oauth.appsEnd")}
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
