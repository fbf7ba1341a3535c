import { createSignal, For, Show } from "solid-js";
import type { SearchAnswer } from "~/api/search";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { isEmpty, parseSearch } from "~/state/searchText";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";
import type { Conversation } from "../channel/conversation";
import { refusalText } from "../form/refusalTexts";
import { Hit } from "./Hit";
import { SearchField } from "./SearchField";

const PAGE = 25;

type Order = "newest" | "oldest" | "fitting";
type Scope = "here" | "conversations";

interface SearchPopoverProps {
  anchor: HTMLElement;
  /** Without a channel, all conversations are searched. */
  conversation?: Conversation | undefined;
  onClose: () => void;
}

/** Finds messages in the community, or in conversations: words, phrases, filters, results with the words marked. */
export default function SearchPopover(props: SearchPopoverProps) {
  const app = useApp();
  const [text, setText] = createSignal("");
  const [order, setOrder] = createSignal<Order>("newest");
  const [scope, setScope] = createSignal<Scope>("here");
  const [answer, setAnswer] = createSignal<SearchAnswer>();
  const [hits, setHits] = createSignal<Message[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal("");
  const channel = () => props.conversation?.channel();
  const guild = () => props.conversation?.guild().id ?? HOME;
  const home = () => guild() === HOME;
  const everywhere = () => home() && (scope() === "conversations" || !channel());
  const known = () => {
    const talks = everywhere() ? app.channels.conversations() : [channel()];
    const others = talks.flatMap((one) => one?.recipients ?? []);
    if (!home()) return app.members.inGuild(guild()).map((member) => member.user);
    return others.filter((user, at) => others.findIndex((one) => one.id === user.id) === at);
  };
  const places = () => (home() ? app.channels.conversations() : app.channels.readable(guild()));
  const names = {
    user: (name: string) =>
      name === "me"
        ? app.session.me()?.id
        : known().find((user) => [user.username, user.global_name].some((one) => same(one, name)))?.id,
    channel: (name: string) => app.channels.inGuild(guild()).find((one) => same(one.name, name))?.id,
  };
  const ask = (values: Record<string, string | number | boolean | string[]>) => {
    const place = channel();
    if (!home()) return app.api.search.guild(guild(), values);
    return everywhere() || !place
      ? app.api.search.conversations(values)
      : app.api.search.channel(place.id, values);
  };
  const search = async (offset: number) => {
    const { query, unknown } = parseSearch(text(), names);
    setProblem(unknown.length ? t("search.unknown", { words: unknown.join(", ") }) : "");
    if (unknown.length || isEmpty(query)) return;
    setBusy(true);
    try {
      const found = await ask({ ...query, ...SORTS[order()], limit: PAGE, offset });
      const page = found.messages.flatMap((group) => group.filter((one) => "hit" in one));
      setHits((before) => (offset ? [...before, ...page] : page));
      setAnswer({ ...found, highlights: { ...(offset ? answer()?.highlights : {}), ...found.highlights } });
    } catch (refusal) {
      setProblem(refusalText(refusal));
    } finally {
      setBusy(false);
    }
  };
  const go = (message: Message) => {
    props.onClose();
    if (props.conversation && message.channel_id === channel()?.id)
      void props.conversation.jumpTo(message.id);
    else app.router.go({ at: "channel", guild: guild(), channel: message.channel_id, message: message.id });
  };
  const again = () => void (answer() && search(0));
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("search.title")}
      class="w-120 p-3"
      onClose={props.onClose}
    >
      <search>
        <form
          class="flex flex-col gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void search(0);
          }}
        >
          <SearchField
            value={text()}
            users={known()}
            channels={places()}
            onValue={setText}
            onSearch={() => void search(0)}
          />
          <div class="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Show when={home() && channel()}>
              <Choice
                label={t("search.where")}
                value={scope()}
                options={["here", "conversations"]}
                onValue={(value) => {
                  setScope(value);
                  again();
                }}
              />
            </Show>
            <Choice
              label={t("search.order")}
              value={order()}
              options={["newest", "oldest", "fitting"]}
              onValue={(value) => {
                setOrder(value);
                again();
              }}
            />
            <span class="flex-1" />
            <Button type="submit" size="sm" busy={busy()}>
              {t("search.find")}
            </Button>
          </div>
        </form>
      </search>
      <p role="status" class="px-1 py-2 text-sm text-fg-2">
        <Show
          when={problem()}
          fallback={answer() && t("search.found", { count: answer()?.total_results ?? 0 })}
        >
          <span class="text-danger">{problem()}</span>
        </Show>
        <Show when={answer()?.doing_deep_historical_index}> {t("search.behind")}</Show>
      </p>
      <ul class="flex flex-col gap-2">
        <For each={hits()}>
          {(message) => (
            <Hit
              message={message}
              places={answer()?.highlights[message.id] ?? []}
              guild={guild()}
              onGo={() => go(message)}
            />
          )}
        </For>
      </ul>
      <Show when={hits().length < (answer()?.total_results ?? 0) && hits().length > 0}>
        <div class="flex justify-center pt-3">
          <Button kind="secondary" size="sm" busy={busy()} onClick={() => void search(hits().length)}>
            {t("search.more")}
          </Button>
        </div>
      </Show>
      <Show when={busy() && hits().length === 0}>
        <div class="flex justify-center py-6">
          <Spinner label={t("common.loading")} />
        </div>
      </Show>
    </Popover>
  );
}

const same = (name: string | null | undefined, wanted: string) =>
  name?.toLowerCase() === wanted.toLowerCase();

const SORTS: Record<Order, { sort_by: string; sort_order: string }> = {
  newest: { sort_by: "timestamp", sort_order: "desc" },
  oldest: { sort_by: "timestamp", sort_order: "asc" },
  fitting: { sort_by: "relevance", sort_order: "desc" },
};

function Choice<V extends Order | Scope>(props: {
  label: string;
  value: V;
  options: readonly V[];
  onValue(value: V): void;
}) {
  return (
    <label class="flex items-center gap-2 text-xs text-fg-2">
      {props.label}
      <select
        class="input-box h-8! min-h-8! py-0! w-auto!"
        onChange={(event) => {
          const chosen = props.options.find((one) => one === event.currentTarget.value);
          if (chosen) props.onValue(chosen);
        }}
      >
        <For each={props.options}>
          {(one) => (
            <option value={one} selected={one === props.value}>
              {t(`search.${one as Order | Scope}`)}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
