import ArrowLeft from "lucide-solid/icons/arrow-left";
import Bot from "lucide-solid/icons/bot";
import { createResource, For, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Loaded } from "../settings/Loaded";
import { PageHeader } from "../settings/PageHeader";
import { ApplicationPage } from "./ApplicationPage";
import { appIconUrl } from "./appIcon";
import { NewApplication } from "./NewApplication";

/** Where people register applications and look after their bots. */
export default function Developers() {
  const app = useApp();
  const [list, { refetch }] = createResource(app.api.applications.list);
  const chosen = () => {
    const route = app.router.route();
    return route.at === "developers" ? route.application : undefined;
  };
  const found = () => list.latest?.find((one) => one.id === chosen());
  const open = (application?: string) =>
    app.router.go({ at: "developers", ...(application && { application }) });
  return (
    <div class="h-dvh overflow-y-auto bg-bg-2 text-fg-0">
      <main class="flex flex-col max-w-190 mx-auto px-5 py-6 md:(px-10 py-12)">
        <h1 class="sr-only">{t("bots.developers")}</h1>
        <Button
          kind="ghost"
          class="self-start -ms-4 mb-4"
          icon={<ArrowLeft size={16} class="rtl:-scale-x-100" />}
          onClick={() => (chosen() ? open() : app.router.go({ at: "home" }))}
        >
          {t(chosen() ? "bots.developers" : "bots.back")}
        </Button>
        <Loaded resource={list} onRetry={refetch}>
          <Show
            when={found()?.id}
            keyed
            fallback={
              <>
                <PageHeader
                  named
                  title={t("bots.developers")}
                  text={t("bots.developersText")}
                  action={
                    <NewApplication
                      onMade={async (made) => {
                        await refetch();
                        open(made.id);
                      }}
                    />
                  }
                />
                <Show
                  when={list.latest?.length}
                  fallback={
                    <EmptyState icon={<Bot size={28} />} title={t("bots.none")} text={t("bots.noneText")} />
                  }
                >
                  <ul class="card divide-y divide-line">
                    <For each={list.latest}>
                      {(one) => (
                        <li>
                          <button
                            type="button"
                            class="flex items-center gap-4 w-full px-4 py-3 text-start cursor-pointer hover:bg-bg-hover"
                            onClick={() => open(one.id)}
                          >
                            <Avatar id={one.id} name={one.name} src={appIconUrl(one)} square />
                            <span class="flex-1 min-w-0">
                              <span class="title-sm block truncate">{one.name}</span>
                              <span class="hint-text block truncate">@{one.bot?.username}</span>
                            </span>
                          </button>
                        </li>
                      )}
                    </For>
                  </ul>
                </Show>
              </>
            }
          >
            {(_id) => (
              // What is saved comes back as a new object; the page and what stands in it stay.
              <Show when={found()}>
                {(one) => (
                  <ApplicationPage
                    application={one()}
                    onChanged={refetch}
                    onRemoved={async () => {
                      open();
                      await refetch();
                    }}
                  />
                )}
              </Show>
            )}
          </Show>
        </Loaded>
      </main>
    </div>
  );
}
