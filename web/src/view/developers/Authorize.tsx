import CircleAlert from "lucide-solid/icons/circle-alert";
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Select } from "~/ui/Select";
import { createAttempt } from "../form/createAttempt";
import { BIT, type PermissionName } from "../settings/permissions/bits";

/** The page behind an install link: who asks for what, and into which guild. */
export default function Authorize() {
  const app = useApp();
  const query = new URLSearchParams(location.search);
  const client = query.get("client_id") ?? "";
  const scope = query.get("scope") ?? "bot applications.commands";
  const [asked] = createResource(() =>
    app.api.bots.asked({ client_id: client, scope, permissions: query.get("permissions") ?? "0" }),
  );
  const { busy, attempt } = createAttempt();
  const [guild, choose] = createSignal("");
  const [refused, refuse] = createSignal<ReadonlySet<PermissionName>>(new Set());
  const names = createMemo(() => {
    const bits = BigInt(asked()?.permissions ?? "0");
    return (Object.keys(BIT) as PermissionName[]).filter((name) => (bits & BIT[name]) !== 0n);
  });
  const toggle = (name: PermissionName) =>
    refuse((all) => new Set(all.has(name) ? [...all].filter((one) => one !== name) : [...all, name]));
  const into = () => guild() || asked()?.guilds[0]?.id || "";
  const install = async () => {
    const name = asked()?.application.name ?? "";
    const granted = names().filter((one) => !refused().has(one));
    const permissions = granted.reduce((all, one) => all | BIT[one], 0n).toString();
    const done = t("bots.installed", { name });
    if (await attempt(() => app.api.bots.install(client, scope, { guild_id: into(), permissions }), done))
      app.router.go({ at: "channel", guild: into() });
  };
  return (
    <div class="h-dvh overflow-y-auto bg-bg-2 text-fg-0">
      <main class="flex flex-col gap-6 max-w-120 mx-auto px-6 py-12">
        <Show when={asked.error}>
          <EmptyState icon={<CircleAlert size={28} />} title={t("bots.unknownApplication")} text="" />
        </Show>
        <Show when={!asked.error && asked()}>
          {(page) => (
            <>
              <header class="flex flex-col gap-2">
                <h1 class="title-lg">{t("bots.authorizeTitle", { name: page().application.name })}</h1>
                <p class="text-fg-1">{page().application.description || t("bots.authorizeText")}</p>
              </header>
              <Show when={page().guilds.length} fallback={<p role="alert">{t("bots.noGuilds")}</p>}>
                <Select
                  label={t("bots.guild")}
                  value={into()}
                  options={page().guilds.map((one) => ({ value: one.id, label: one.name }))}
                  onValue={choose}
                />
                <Show when={names().length}>
                  <fieldset class="card p-4">
                    <legend class="label-text px-1">{t("bots.asks")}</legend>
                    <For each={names()}>
                      {(name) => (
                        <label class="flex items-center gap-2.5 min-h-8 text-sm cursor-pointer">
                          <input
                            type="checkbox"
                            checked={!refused().has(name)}
                            onChange={() => toggle(name)}
                          />
                          {t(`permissions.${name}`)}
                        </label>
                      )}
                    </For>
                  </fieldset>
                </Show>
                <Button kind="primary" size="lg" busy={busy()} onClick={install}>
                  {t("bots.authorize")}
                </Button>
              </Show>
              <Button kind="ghost" onClick={() => app.router.go({ at: "home" })}>
                {t("common.cancel")}
              </Button>
            </>
          )}
        </Show>
      </main>
    </div>
  );
}
