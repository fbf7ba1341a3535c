import { createResource, For, onCleanup, Show } from "solid-js";
import type { Id } from "~/api/types";
import type { Delivery } from "~/api/webhooks";
import { t } from "~/i18n";
import { distanceText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";

const STATES = {
  taken: "bots.deliveryTaken",
  waiting: "bots.deliveryWaiting",
  dead: "bots.deliveryDead",
} as const;

const LOOK_EVERY_MS = 2_000;

/** What was told lately, newest first, as it goes on; what nobody took can be told again. */
export function Deliveries(props: { guild: Id; hook: Id }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const [list, { refetch }] = createResource(
    () => props.hook,
    (hook) => app.api.outgoing.deliveries(props.guild, hook),
  );
  const looking = window.setInterval(() => void refetch(), LOOK_EVERY_MS);
  onCleanup(() => clearInterval(looking));
  const then = async (deed: () => Promise<void>) => {
    await attempt(deed);
    await refetch();
  };
  return (
    <Loaded resource={list} onRetry={refetch}>
      <Show when={list.latest?.length} fallback={<p class="text-fg-1">{t("bots.noDeliveries")}</p>}>
        <ul class="divide-y divide-line border-t border-line">
          <For each={list.latest?.map((one) => one.id)}>
            {(id) => (
              <Show when={list.latest?.find((one) => one.id === id)}>
                {(one) => (
                  <li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
                    <code class="text-[0.8125rem]">{one().event}</code>
                    <State it={one()} />
                    <span class="hint-text flex-1 min-w-40">
                      {[
                        one().outcome,
                        t("bots.deliveryAttempts", { count: one().attempts }),
                        distanceText(one().created_at),
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                    <Show when={one().state === "dead"}>
                      <Button
                        size="sm"
                        onClick={() => then(() => app.api.outgoing.retry(props.guild, props.hook, one().id))}
                      >
                        {t("common.retry")}
                      </Button>
                      <Button
                        size="sm"
                        kind="danger-quiet"
                        onClick={() =>
                          then(() => app.api.outgoing.discard(props.guild, props.hook, one().id))
                        }
                      >
                        {t("bots.discard")}
                      </Button>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </Loaded>
  );
}

function State(props: { it: Delivery }) {
  return (
    <span
      class="text-xs font-semibold"
      classList={{
        "text-ok": props.it.state === "taken",
        "text-fg-2": props.it.state === "waiting",
        "text-danger": props.it.state === "dead",
      }}
    >
      {t(STATES[props.it.state])}
    </span>
  );
}
