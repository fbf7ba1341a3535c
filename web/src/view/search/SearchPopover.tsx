import { createSignal, For, Show } from "solid-js";
import type { SearchAnswer } from "~/api/search";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isPrivate } from "~/state/home";
import { FILTERS, HELD, isEmpty, parseSearch } from "~/state/searchText";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";
import { useConversation } from "../channel/conversation";
import { refusalText } from "../form/refusalTexts";
import { Hit } from "./Hit";
import { suggestionsFor } from "./suggestions";

const PAGE = 25;

/** Finds messages in the community, or in the conversation: words, filters, results with the words marked. */
export default function SearchPopover(props: { anchor: HTMLElement; onClose: () => void }) {
  const app = useApp();
  const conversation = useConversation();
  const [text, setText] = createSignal("");
  const [sort, setSort] = createSignal<"timestamp" | "relevance">("timestamp");
  const [answer, setAnswer] = createSignal<SearchAnswer>();
  const [hits, setHits] = createSignal<Message[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [problem, setProblem] = createSignal("");
  let field!: HTMLInputElement;
  const channel = () => conversation.channel();
  const guild = () => conversation.guild().id;
  const known = () =>
    isPrivate(channel())
      ? (channel().recipients ?? [])
      : app.members.inGuild(guild()).map((member) => member.user);
  const names = {
    user: (name: string) =>
      name === "me"
        ? app.session.me()?.id
        : known().find((user) => [user.username, user.global_name].some((one) => same(one, name)))?.id,
    channel: (name: string) => app.channels.inGuild(guild()).find((one) => same(one.name, name))?.id,
  };
  const search = async (offset: number) => {
    const { query, unknown } = parseSearch(text(), names);
    setProblem(unknown.length ? t("search.unknown", { words: unknown.join(", ") }) : "");
    if (unknown.length || isEmpty(query)) return;
    setBusy(true);
    try {
      const values = { ...query, sort_by: sort(), limit: PAGE, offset };
      const found = isPrivate(channel())
        ? await app.api.search.channel(channel().id, values)
        : await app.api.search.guild(guild(), values);
      const page = found.messages.flatMap((group) => group.filter((one) => "hit" in one));
      setHits((before) => (offset ? [...before, ...page] : page));
      setAnswer({ ...found, highlights: { ...(offset ? answer()?.highlights : {}), ...found.highlights } });
    } catch (refusal) {
      setProblem(refusalText(refusal));
    } finally {
      setBusy(false);
    }
  };
  const add = (part: string) => {
    setText((before) => `${before.replace(/\S+:\S*$/u, "").trimEnd()} ${part}`.trimStart());
    field.focus();
  };
  const go = (message: Message) => {
    props.onClose();
    if (message.channel_id === channel().id) void conversation.jumpTo(message.id);
    else app.router.go({ at: "channel", guild: guild(), channel: message.channel_id, message: message.id });
  };
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
          <input
            ref={field}
            autofocus
            type="search"
            class="input-box"
            aria-label={t("search.title")}
            placeholder={t("search.hint")}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <div class="flex flex-wrap gap-1.5">
            <For
              each={suggestionsFor(text(), {
                filters: FILTERS,
                held: HELD,
                users: known(),
                channels: app.channels.readable(guild()),
              })}
            >
              {(part) => (
                <button
                  type="button"
                  class="px-2 min-h-7 rounded-sm bg-bg-2 border border-line text-xs font-medium cursor-pointer hover:bg-bg-hover"
                  onClick={() => add(part)}
                >
                  {part}
                </button>
              )}
            </For>
          </div>
          <div class="flex items-center gap-2">
            <label class="flex items-center gap-2 text-xs text-fg-2">
              {t("search.order")}
              <select
                class="input-box h-8! min-h-8! py-0! w-auto!"
                onChange={(event) => {
                  setSort(event.currentTarget.value === "relevance" ? "relevance" : "timestamp");
                  if (answer()) void search(0);
                }}
              >
                <option value="timestamp">{t("search.newest")}</option>
                <option value="relevance">{t("search.fitting")}</option>
              </select>
            </label>
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
