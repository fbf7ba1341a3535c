import Info from "lucide-solid/icons/info";
import { createSignal, onCleanup, Show } from "solid-js";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { lacking, stepsOf } from "./standing";

const TICK_MS = 15_000;

/** Above the composer: why a newcomer cannot write yet, and what they can do about it. */
export function ArrivalNotice(props: { guild: Guild }) {
  const app = useApp();
  const [now, tick] = createSignal(Date.now());
  const timer = setInterval(() => tick(Date.now()), TICK_MS);
  onCleanup(() => clearInterval(timer));
  const self = () => app.members.of(props.guild.id, app.session.me()?.id);
  const steps = () => stepsOf(props.guild, self(), now());
  const missing = () => {
    const member = self();
    return member && lacking(props.guild, member, app.session.me()?.email, now());
  };
  const text = () => {
    if (steps().rules) return t("guild.acceptFirst");
    const lack = missing();
    if (lack?.what === "address") return t("guild.needsAddress");
    if (lack?.what === "time") return t("guild.needsTime", { count: lack.minutes });
    return steps().questions ? t("guild.questionsWait") : undefined;
  };
  return (
    <Show when={text()}>
      {(words) => (
        <div
          role="status"
          class="flex flex-wrap items-center gap-x-3 gap-y-2 mb-2 ps-4 pe-2 py-2 min-h-11 rounded-lg bg-accent-soft text-sm text-fg-0"
        >
          <Info size={17} class="shrink-0 text-accent" aria-hidden="true" />
          <span class="flex-1 min-w-40">{words()}</span>
          <Show when={steps().rules || steps().questions}>
            <Button
              size="sm"
              kind="primary"
              onClick={() => app.overlays.open({ kind: "arrive", guild: props.guild.id })}
            >
              {steps().rules ? t("guild.readRules") : t("guild.answerQuestions")}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}
