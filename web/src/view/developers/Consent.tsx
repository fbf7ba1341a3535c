import { createMemo, createSignal, For, Show } from "solid-js";
import type { Authorization } from "~/api/bots";
import { avatarUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isText } from "~/state/channels";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { Select } from "~/ui/Select";
import { createAttempt } from "../form/createAttempt";
import { BIT, type PermissionName } from "../settings/permissions/bits";
import { appIconUrl } from "./appIcon";
import { ScopeList } from "./ScopeList";

const PERSONAL = ["identify", "email", "guilds", "guilds.members.read", "webhook.incoming"];

/** Who asks for what, for which guild or channel, and the two answers. */
export function Consent(props: { page: Authorization; query: Record<string, string> }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const page = () => props.page;
  const application = () => page().application;
  const [guild, choose] = createSignal(page().guilds[0]?.id ?? "");
  const [channel, chooseChannel] = createSignal("");
  const [refused, refuse] = createSignal<ReadonlySet<PermissionName>>(new Set());
  const asks = (scope: string) => page().scopes.includes(scope);
  const bySelf = () => page().integration_type === 1;
  const needsGuild = () => (!bySelf() && (asks("bot") || asks("applications.commands"))) || needsChannel();
  const needsChannel = () => asks("webhook.incoming");
  const acts = () => page().scopes.some((scope) => PERSONAL.includes(scope));
  const names = createMemo(() => {
    const bits = asks("bot") ? BigInt(page().permissions) : 0n;
    return (Object.keys(BIT) as PermissionName[]).filter((name) => (bits & BIT[name]) !== 0n);
  });
  const toggle = (name: PermissionName) =>
    refuse((all) => new Set(all.has(name) ? [...all].filter((one) => one !== name) : [...all, name]));
  const channels = createMemo(() =>
    needsChannel()
      ? app.channels
          .inGuild(guild())
          .filter((one) => isText(one) && app.rights.mayIn("manageWebhooks", one.id))
      : [],
  );
  const where = () => channel() || channels()[0]?.id || "";
  const title = () => {
    const name = application().name;
    if (acts()) return t("oauth.title", { name });
    return bySelf() ? t("oauth.takeTitle", { name }) : t("bots.authorizeTitle", { name });
  };
  const ready = () => (!needsGuild() || guild() !== "") && (!needsChannel() || where() !== "");

  const go = (place: string, agreed: boolean) => {
    if (page().redirect_uri) location.assign(place);
    else if (agreed && needsGuild()) app.router.go({ at: "channel", guild: guild() });
    else app.router.go({ at: "home" });
  };
  const answer = (authorize: boolean) => {
    const granted = names().filter((one) => !refused().has(one));
    const permissions = granted.reduce((all, one) => all | BIT[one], 0n).toString();
    const name = application().name;
    const done = bySelf() ? t("oauth.taken", { name }) : t("bots.installed", { name });
    return attempt(
      async () => {
        const { location: place } = await app.api.bots.answer(props.query, {
          authorize,
          permissions,
          ...(needsGuild() && guild() && { guild_id: guild() }),
          ...(needsChannel() && where() && { webhook_channel_id: where() }),
        });
        go(place, authorize);
      },
      authorize && !page().redirect_uri ? done : undefined,
    );
  };
  const deny = () => (page().redirect_uri ? answer(false) : app.router.go({ at: "home" }));

  return (
    <section class="card flex flex-col gap-6 p-6 sm:p-8" aria-labelledby="consent-title">
      <header class="flex flex-col items-center text-center gap-3">
        <div class="flex items-center gap-3" aria-hidden="true">
          <Avatar id={application().id} name={application().name} src={appIconUrl(application())} size={64} />
          <span class="text-fg-2 tracking-widest">•••</span>
          <Avatar
            id={page().user.id}
            name={page().user.global_name ?? page().user.username}
            src={avatarUrl(page().user)}
            size={64}
          />
        </div>
        <h1 id="consent-title" class="title-lg">
          {title()}
        </h1>
        <p class="text-fg-1">
          {application().description || (asks("bot") && !acts() ? t("bots.authorizeText") : "")}
        </p>
      </header>
      <ScopeList scopes={page().scopes} bySelf={bySelf()} />
      <Show when={needsGuild()}>
        <Show when={page().guilds.length} fallback={<p role="alert">{t("bots.noGuilds")}</p>}>
          <Select
            label={t("bots.guild")}
            value={guild()}
            options={page().guilds.map((one) => ({ value: one.id, label: one.name }))}
            onValue={(id) => {
              chooseChannel("");
              choose(id);
            }}
          />
        </Show>
      </Show>
      <Show when={needsChannel() && guild()}>
        <Show when={channels().length} fallback={<p role="alert">{t("oauth.noChannels")}</p>}>
          <Select
            label={t("oauth.channel")}
            value={where()}
            options={channels().map((one) => ({ value: one.id, label: `#${one.name}` }))}
            onValue={chooseChannel}
          />
        </Show>
      </Show>
      <Show when={needsGuild() && names().length}>
        <fieldset class="rounded-md border border-line p-4">
          <legend class="label-text px-1">{t("bots.asks")}</legend>
          <For each={names()}>
            {(name) => (
              <label class="flex items-center gap-2.5 min-h-8 text-sm cursor-pointer">
                <input type="checkbox" checked={!refused().has(name)} onChange={() => toggle(name)} />
                {t(`permissions.${name}`)}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <footer class="flex flex-col gap-3">
        <Show when={page().redirect_uri}>
          {(uri) => (
            <p class="hint-text text-center break-words">{t("oauth.where", { host: hostOf(uri()) })}</p>
          )}
        </Show>
        <div class="grid grid-cols-2 gap-3">
          <Button size="lg" kind="secondary" onClick={deny}>
            {t("common.cancel")}
          </Button>
          <Button
            size="lg"
            kind="primary"
            busy={busy()}
            disabled={!ready()}
            onClick={() => void answer(true)}
          >
            {t(acts() ? "oauth.agree" : "bots.authorize")}
          </Button>
        </div>
      </footer>
    </section>
  );
}

/** The part of an address by which people know a place. */
function hostOf(uri: string): string {
  const host = /^[a-z][\w+.-]*:\/\/([^/?#]*)/i.exec(uri)?.[1];
  return /^https?:/i.test(uri) && host ? host : uri.split(/[?#]/)[0] || uri;
}
