import ScrollText from "lucide-solid/icons/scroll-text";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { AuditEntry } from "~/api/moderation";
import type { Id, User } from "~/api/types";
import { t } from "~/i18n";
import { distanceText, momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { timeOf } from "~/state/snowflake";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Select } from "~/ui/Select";
import { createAttempt } from "../../form/createAttempt";
import { PageHeader } from "../PageHeader";
import { KINDS, kindText, type Names, sentence } from "./auditTexts";
import { changeLines } from "./changeTexts";
import { createLive } from "./createLive";

const PAGE = 50;

/** What was done in a guild, newest first, with filters. */
export function AuditLogPage(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [actor, setActor] = createSignal("");
  const [kind, setKind] = createSignal("");
  const [entries, setEntries] = createSignal<AuditEntry[]>([]);
  const [people, setPeople] = createSignal<Record<Id, User>>({});
  const [more, setMore] = createSignal(true);
  const load = async (before?: Id) => {
    const page = await app.api.moderation.audit(props.guild, {
      limit: PAGE,
      ...(actor() && { user_id: actor() }),
      ...(kind() && { action_type: Number(kind()) }),
      ...(before && { before }),
    });
    setPeople((known) => ({ ...known, ...Object.fromEntries(page.users.map((user) => [user.id, user])) }));
    setEntries((known) => [...(before ? known : []), ...page.audit_log_entries]);
    setMore(page.audit_log_entries.length === PAGE);
  };
  createLive(
    () => props.guild,
    (event) => {
      if (event.t !== "GUILD_AUDIT_LOG_ENTRY_CREATE") return;
      const entry = event.d;
      const fits =
        (!actor() || entry.user_id === actor()) && (!kind() || entry.action_type === Number(kind()));
      // The same deed again is counted in the entry that is there.
      if (fits) setEntries((known) => [entry, ...known.filter((one) => one.id !== entry.id)]);
    },
  );
  createEffect(on([() => props.guild, actor, kind], () => void attempt(() => load())));
  const user = (id: Id) => {
    const known = people()[id] ?? app.members.user(id);
    return known && (app.members.of(props.guild, id)?.nick ?? displayName(known) ?? undefined);
  };
  const names: Names = { app, guild: props.guild, user };
  const actors = () => [
    { value: "", label: t("moderation.auditAnybody") },
    ...Object.values(people())
      .map((one) => ({ value: one.id, label: user(one.id) ?? one.username }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  ];
  const kinds = [
    { value: "", label: t("moderation.auditAnything") },
    ...KINDS.map((one) => ({ value: String(one), label: kindText(one) })),
  ];
  return (
    <>
      <PageHeader title={t("moderation.audit")} text={t("moderation.auditText")} />
      <div class="grid grid-cols-2 max-md:grid-cols-1 gap-4 mb-5">
        <Select label={t("moderation.auditBy")} value={actor()} options={actors()} onValue={setActor} />
        <Select label={t("moderation.auditKind")} value={kind()} options={kinds} onValue={setKind} />
      </div>
      <Show
        when={entries().length > 0 || busy()}
        fallback={
          <EmptyState
            icon={<ScrollText size={28} />}
            title={t(actor() || kind() ? "moderation.auditNoneFor" : "moderation.auditNone")}
          />
        }
      >
        <ol class="card divide-y divide-line">
          <For each={entries()}>{(entry) => <Entry entry={entry} names={names} />}</For>
        </ol>
        <Show when={more() && entries().length > 0}>
          <Button
            class="self-center mt-4"
            busy={busy()}
            onClick={() => void attempt(() => load(entries().at(-1)?.id))}
          >
            {t("moderation.auditMore")}
          </Button>
        </Show>
      </Show>
    </>
  );
}

function Entry(props: { entry: AuditEntry; names: Names }) {
  const app = useApp();
  const at = () => timeOf(props.entry.id);
  const count = () => Number(props.entry.options?.count ?? 0);
  return (
    <li class="flex gap-4 px-4 py-3">
      <Avatar id={props.entry.user_id} name={props.names.user(props.entry.user_id) ?? "?"} size={36} />
      <div class="flex-1 min-w-0 break-words text-sm leading-5.5">
        <p class="font-medium">
          {sentence(props.entry, props.names)}
          <Show when={count() > 1}> {t("moderation.times", { count: count() })}</Show>
          <Show when={app.channels.of(props.entry.options?.channel_id)}>
            {(place) => <> {t("moderation.inChannel", { channel: `#${place().name}` })}</>}
          </Show>
        </p>
        <Show when={props.entry.changes}>
          {(changes) => (
            <ul class="mt-1 text-fg-1">
              <For each={changes().flatMap((change) => changeLines(change, props.names))}>
                {(line) => <li dir="auto">{line}</li>}
              </For>
            </ul>
          )}
        </Show>
        <Show when={props.entry.reason}>
          {(reason) => <p class="hint-text">{t("moderation.auditReason", { reason: reason() })}</p>}
        </Show>
      </div>
      <time
        class="shrink-0 text-xs text-fg-2 leading-5.5"
        datetime={new Date(at()).toISOString()}
        title={momentText(at())}
      >
        {distanceText(at())}
      </time>
    </li>
  );
}
