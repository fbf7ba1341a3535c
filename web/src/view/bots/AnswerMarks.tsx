import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, onCleanup, Show } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { timeOf } from "~/state/snowflake";
import { Spinner } from "~/ui/Spinner";
import { isLoading, isWhisper } from "./marks";

const PATIENCE_MS = 15 * 60_000;

/** Above an answer: who used which command. */
export function UsedBy(props: { message: Message; guild: string }) {
  const app = useApp();
  return (
    <Show when={props.message.interaction_metadata}>
      {(used) => (
        <Show when={used().name}>
          {(name) => (
            <div class="col-span-2 flex items-center gap-1.5 h-6 ps-14 mb-0.5 text-[0.8125rem] text-fg-1 min-w-0">
              <bdi class="font-semibold truncate">
                {app.members.name(props.guild, used().user.id, used().user)}
              </bdi>
              <span class="truncate">{t("bots.used", { command: `/${name()}` })}</span>
            </div>
          )}
        </Show>
      )}
    </Show>
  );
}

/** In place of an answer that is still to come. */
export function Thinking(props: { message: Message; name: string }) {
  const [now, tick] = createSignal(Date.now());
  const timer = setInterval(() => tick(Date.now()), 10_000);
  onCleanup(() => clearInterval(timer));
  const late = () => now() - timeOf(props.message.id) > PATIENCE_MS;
  return (
    <Show when={isLoading(props.message)}>
      <p class="flex items-center gap-2 text-fg-2" role="status">
        <Show when={!late()} fallback={t("bots.noAnswer")}>
          <Spinner size={15} />
          {t("bots.thinking", { name: props.name })}
        </Show>
      </p>
    </Show>
  );
}

/** Below a message that nobody else sees. */
export function OnlyYou(props: { message: Message }) {
  const app = useApp();
  const dismiss = () =>
    app.apply({ t: "MESSAGE_DELETE", d: { id: props.message.id, channel_id: props.message.channel_id } });
  return (
    <Show when={isWhisper(props.message)}>
      <p class="flex items-center gap-1.5 mt-1 text-xs text-fg-2">
        <EyeOff size={14} aria-hidden="true" />
        {t("bots.onlyYou")}
        <button
          type="button"
          class="min-h-6 font-semibold text-accent cursor-pointer hover:underline"
          onClick={dismiss}
        >
          {t("bots.dismiss")}
        </button>
      </p>
    </Show>
  );
}
