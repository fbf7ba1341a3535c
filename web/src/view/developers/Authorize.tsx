import CircleAlert from "lucide-solid/icons/circle-alert";
import { createResource, Match, Show, Switch } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Spinner } from "~/ui/Spinner";
import { refusalText } from "../form/refusalTexts";
import { Consent } from "./Consent";

/** The page behind an install link, and the one to which programs send people who are to agree. */
export default function Authorize() {
  const app = useApp();
  const query = Object.fromEntries(new URLSearchParams(location.search));
  const [asked] = createResource(() => app.api.bots.asked(query));
  return (
    <div class="h-dvh overflow-y-auto bg-bg-2 text-fg-0">
      <main class="flex flex-col min-h-full max-w-120 mx-auto px-5 py-8 sm:py-12">
        <Switch>
          <Match when={asked.error}>
            <EmptyState
              icon={<CircleAlert size={28} />}
              title={t("bots.unknownApplication")}
              text={refusalText(asked.error)}
              action={<Button onClick={() => app.router.go({ at: "home" })}>{t("common.close")}</Button>}
            />
          </Match>
          <Match when={asked.loading}>
            <div role="status" class="m-auto" aria-label={t("common.loading")}>
              <Spinner size={28} />
            </div>
          </Match>
          <Match when={asked()}>{(page) => <Consent page={page()} query={query} />}</Match>
        </Switch>
        <Show when={asked()?.user}>
          {(user) => (
            <p class="hint-text text-center mt-6">
              {t("oauth.signedIn", { name: user().global_name ?? user().username })}
            </p>
          )}
        </Show>
      </main>
    </div>
  );
}
