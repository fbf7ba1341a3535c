import { createSignal, For, Show } from "solid-js";
import type { OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { CopyField } from "~/ui/CopyField";
import { Select } from "~/ui/Select";
import { Part } from "../settings/PageHeader";
import { SCOPES, scopeText } from "./ScopeList";

/** The address to which a program sends people who are to agree. */
export function ConsentLink(props: { application: OwnApplication }) {
  const [chosen, choose] = createSignal<readonly string[]>(["identify"]);
  const [redirect, pick] = createSignal("");
  const redirects = () => props.application.redirect_uris;
  const into = () => (redirects().includes(redirect()) ? redirect() : (redirects()[0] ?? ""));
  const toggle = (scope: string) =>
    choose((all) => (all.includes(scope) ? all.filter((one) => one !== scope) : [...all, scope]));
  const link = () => {
    const query = new URLSearchParams({
      response_type: "code",
      client_id: props.application.id,
      scope: chosen().join(" "),
      redirect_uri: into(),
    });
    return `${location.origin}/oauth2/authorize?${query}`;
  };
  return (
    <Part title={t("oauth.maker")} text={t("oauth.makerText")}>
      <Show when={redirects().length} fallback={<p class="text-fg-1">{t("oauth.noRedirects")}</p>}>
        <fieldset class="flex flex-col gap-1">
          <legend class="sr-only">{t("oauth.makerText")}</legend>
          <For each={SCOPES}>
            {(scope) => (
              <label class="flex items-center gap-2.5 min-h-8 text-sm cursor-pointer">
                <input type="checkbox" checked={chosen().includes(scope)} onChange={() => toggle(scope)} />
                <code class="text-[0.8125rem]">{scope}</code>
                <span class="text-fg-2 max-sm:hidden">{scopeText(scope)}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Select
          label={t("oauth.redirect")}
          value={into()}
          options={redirects().map((one) => ({ value: one, label: one }))}
          onValue={pick}
        />
        <CopyField
          label={t("oauth.address")}
          value={link()}
          copyLabel={t("common.copy")}
          copiedLabel={t("common.copied")}
        />
      </Show>
    </Part>
  );
}
