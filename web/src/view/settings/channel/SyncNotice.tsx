import Link from "lucide-solid/icons/link";
import Unlink from "lucide-solid/icons/unlink";
import { Show } from "solid-js";
import type { Channel, Overwrite } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../../form/createAttempt";

/** Whether a channel's exceptions are those of its category, and a way to make them so. */
export function SyncNotice(props: { channel: Channel }) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const category = () => app.channels.of(props.channel.parent_id ?? undefined);
  const synced = () => spelled(props.channel) === spelled(category());
  const sync = () =>
    app.api.guilds.arrangeChannels(props.channel.guild_id ?? "", [
      { id: props.channel.id, parent_id: props.channel.parent_id ?? null, lock_permissions: true },
    ]);
  return (
    <Show when={category()}>
      {(parent) => (
        <div class="flex flex-wrap items-center gap-3 mb-6 p-3 rounded-md border border-line bg-bg-1 text-sm">
          <Show when={synced()} fallback={<Unlink size={17} class="text-warning" aria-hidden="true" />}>
            <Link size={17} class="text-ok" aria-hidden="true" />
          </Show>
          <p role="status" class="flex-1 min-w-0">
            {t(synced() ? "settings.synced" : "settings.unsynced", { category: parent().name })}
          </p>
          <Show when={!synced()}>
            <Button size="sm" kind="secondary" busy={busy()} onClick={() => void attempt(sync)}>
              {t("settings.syncNow")}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}

/** The exceptions in an order of their own; one that says nothing counts as none. */
const spelled = (channel: Channel | undefined) =>
  (channel?.permission_overwrites ?? [])
    .filter((one) => one.allow !== "0" || one.deny !== "0")
    .map(({ id, type, allow, deny }: Overwrite) => `${id} ${type} ${allow} ${deny}`)
    .sort()
    .join();
