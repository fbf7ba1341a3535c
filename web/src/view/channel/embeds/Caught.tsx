import ShieldAlert from "lucide-solid/icons/shield-alert";
import { Show } from "solid-js";
import type { Embed } from "~/api/embedTypes";
import { t } from "~/i18n";
import { withoutReordering } from "~/markdown/links";
import { useApp } from "~/state/app";

/** What automatic moderation tells the moderators. */
export function Caught(props: { embed: Embed }) {
  const app = useApp();
  const field = (name: string) => props.embed.fields?.find((one) => one.name === name)?.value ?? "";
  const channel = () => app.channels.of(field("channel_id"))?.name;
  return (
    <article class="flex gap-3 max-w-130 px-4 py-3 rounded-md border border-line border-s-4! border-s-warn! bg-bg-1 text-sm leading-5.5">
      <ShieldAlert size={18} class="shrink-0 mt-0.5 text-warn" aria-hidden="true" />
      <div class="min-w-0 break-words">
        <Show
          when={field("notification_type") !== "raid"}
          fallback={<p class="font-semibold">{t("moderation.raidNoticed")}</p>}
        >
          <p class="font-semibold">
            {t("moderation.caught")}
            <Show when={channel()}>{(name) => <span class="font-normal text-fg-1"> · #{name()}</span>}</Show>
          </p>
          <p dir="auto" class="my-1 whitespace-pre-wrap">
            {withoutReordering(props.embed.description ?? "")}
          </p>
          <p class="text-xs text-fg-2">
            {t("moderation.caughtBy", { rule: field("rule_name") })}
            <Show when={field("keyword")}>
              {(keyword) => <> · {t("moderation.caughtKeyword", { keyword: keyword() })}</>}
            </Show>
          </p>
        </Show>
      </div>
    </article>
  );
}
