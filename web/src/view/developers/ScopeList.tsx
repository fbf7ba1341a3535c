import Check from "lucide-solid/icons/check";
import X from "lucide-solid/icons/x";
import { For } from "solid-js";
import { type Key, t } from "~/i18n";

const WORDS: Record<string, Key & `oauth.${string}`> = {
  identify: "oauth.identify",
  email: "oauth.email",
  guilds: "oauth.guilds",
  "guilds.members.read": "oauth.membersRead",
  bot: "oauth.bot",
  "applications.commands": "oauth.commands",
  "webhook.incoming": "oauth.webhook",
};

export const SCOPES = Object.keys(WORDS);

export const scopeText = (scope: string, bySelf = false) => {
  const key = WORDS[scope];
  if (bySelf && scope === "applications.commands") return t("oauth.commandsOwn");
  return key ? t(key as "oauth.identify") : scope;
};

/** What somebody agrees to, and what they do not. */
export function ScopeList(props: { scopes: readonly string[]; bySelf: boolean }) {
  return (
    <div class="flex flex-col gap-3">
      <h2 class="label-text">{t("oauth.allows")}</h2>
      <ul class="flex flex-col gap-2">
        <For each={props.scopes}>
          {(scope) => (
            <li class="flex items-start gap-2.5 text-sm leading-5.5">
              <Check size={18} class="shrink-0 mt-0.5 text-ok" aria-hidden="true" />
              {scopeText(scope, props.bySelf)}
            </li>
          )}
        </For>
      </ul>
      <h2 class="label-text mt-2">{t("oauth.not")}</h2>
      <ul>
        <li class="flex items-start gap-2.5 text-sm leading-5.5 text-fg-1">
          <X size={18} class="shrink-0 mt-0.5 text-fg-2" aria-hidden="true" />
          {t("oauth.notRead")}
        </li>
      </ul>
    </div>
  );
}
