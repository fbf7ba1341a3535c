import { createEffect, createSignal, lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import { languageFor, setLanguage, t } from "~/i18n";
import { AppContext, createApp } from "~/state/app";
import { applyAppearance } from "~/ui/appearance";
import { ToastProvider } from "~/ui/Toast";

const Welcome = lazy(() => import("./welcome/Welcome"));
const Shell = lazy(() => import("./shell/Shell"));
const Authorize = lazy(() => import("./developers/Authorize"));
const Developers = lazy(() => import("./developers/Developers"));
const ModalDialog = lazy(() => import("./bots/ModalDialog"));
const FailureNotice = lazy(() => import("./bots/FailureNotice"));
const Overlays = lazy(() => import("./dialogs/Overlays"));

/** Welcome pages for strangers, the shell for people; dialogs and settings lie over the shell. */
export function Root() {
  const app = createApp();
  // Asked for while the language loads, rather than after it.
  if (app.session.signedIn()) void Shell.preload();
  const [speaking, setSpeaking] = createSignal(false);
  onMount(() => void app.session.look());
  createEffect(() => {
    const look = app.settings.values;
    applyAppearance({
      theme: look.theme,
      compact: look.message_display_compact,
      reducedMotion: look.reduced_motion,
    });
  });
  createEffect(() => {
    const wanted = languageFor(app.settings.values.locale, ...navigator.languages);
    void setLanguage(wanted).finally(() => setSpeaking(true));
  });

  const strange = () => {
    const { at } = app.router.route();
    const landing = at === "invite" || at === "template";
    return !app.session.signedIn() || landing || app.session.instance()?.setup_required === true;
  };
  return (
    <AppContext.Provider value={app}>
      <Show when={speaking()}>
        <ToastProvider closeLabel={t("common.close")} label={t("common.notices")}>
          <Suspense>
            <Switch>
              <Match when={strange()}>
                <Welcome />
              </Match>
              <Match when={app.router.route().at === "developers"}>
                <Developers />
              </Match>
              <Match when={app.router.route().at === "authorize"}>
                <Authorize />
              </Match>
              <Match when={!strange()}>
                <Shell />
                <Show when={app.interactions.form()} keyed>
                  {(form) => (
                    <Suspense>
                      <ModalDialog form={form} />
                    </Suspense>
                  )}
                </Show>
                <Show when={app.interactions.failure()}>
                  <Suspense>
                    <FailureNotice />
                  </Suspense>
                </Show>
                <Show when={app.overlays.current()}>
                  <Suspense>
                    <Overlays />
                  </Suspense>
                </Show>
              </Match>
            </Switch>
          </Suspense>
        </ToastProvider>
      </Show>
    </AppContext.Provider>
  );
}
