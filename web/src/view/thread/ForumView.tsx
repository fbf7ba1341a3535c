import Newspaper from "lucide-solid/icons/newspaper";
import Plus from "lucide-solid/icons/plus";
import { createMemo, createResource, createSignal, For, Show } from "solid-js";
import type { Channel, Guild, Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { compareIds } from "~/state/snowflake";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Select } from "~/ui/Select";
import { ChannelIcon } from "../shell/ChannelIcon";
import { DrawerButton } from "../shell/nowhere";
import { isPinned, PostRow } from "./PostRow";
import { TagChips } from "./TagChips";

type Sort = "activity" | "creation";

/** A channel whose messages are posts: a list of threads, by tags, the pinned one first. */
export default function ForumView(props: { forum: Channel; guild: Guild }) {
  const app = useApp();
  const [chosen, choose] = createSignal<Id[]>([]);
  const [sort, sortBy] = createSignal<Sort>(props.forum.default_sort_order === 1 ? "creation" : "activity");
  const [old, showOld] = createSignal(false);
  const [archived] = createResource(
    old,
    async () => (await app.api.threads.archived(props.forum.id)).threads,
  );
  const known = createMemo(() => {
    const active = app.channels.threads(props.forum.id).filter((post) => !post.thread_metadata?.archived);
    const ids = new Set(active.map((post) => post.id));
    const put = archived.error ? [] : (archived() ?? []);
    return [...active, ...put.filter((post) => !ids.has(post.id))];
  });
  const time = (post: Channel) => (sort() === "creation" ? post.id : (post.last_message_id ?? post.id));
  const posts = createMemo(() =>
    known()
      .filter((post) => chosen().every((tag) => post.applied_tags?.includes(tag)))
      .sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)) || compareIds(time(b), time(a))),
  );
  const mayPost = () => app.rights.mayIn("sendMessages", props.forum.id);
  const write = () => app.overlays.open({ kind: "new-post", forum: props.forum.id });
  return (
    <section class="flex flex-col flex-1 min-w-0 min-h-0" aria-label={props.forum.name}>
      <header class="flex items-center gap-2 h-13 shrink-0 ps-4 max-md:ps-1 pe-3 border-b border-line">
        <DrawerButton />
        <ChannelIcon channel={props.forum} size={20} />
        <h1 class="flex-1 min-w-0 truncate text-[0.9375rem] font-bold">
          <bdi>{props.forum.name}</bdi>
        </h1>
        <Show when={mayPost()}>
          <Button size="sm" onClick={write}>
            <Plus size={16} /> {t("thread.newPost")}
          </Button>
        </Show>
      </header>
      <div class="flex-1 min-h-0 overflow-y-auto p-4 max-md:p-3">
        <div class="flex flex-col gap-3 max-w-220 mx-auto">
          <Show when={props.forum.topic}>
            {(topic) => (
              <p class="p-3 rounded-md border border-line bg-bg-1 text-sm text-fg-1 whitespace-pre-wrap">
                {topic()}
              </p>
            )}
          </Show>
          <div class="flex flex-wrap items-end justify-between gap-3">
            <TagChips
              label={t("thread.tags")}
              tags={props.forum.available_tags ?? []}
              chosen={chosen()}
              onChange={choose}
            />
            <Select<Sort>
              label={t("thread.sort")}
              value={sort()}
              onValue={sortBy}
              options={[
                { value: "activity", label: t("thread.sortActivity") },
                { value: "creation", label: t("thread.sortCreation") },
              ]}
            />
          </div>
          <Show
            when={posts().length}
            fallback={
              <Show
                when={!chosen().length}
                fallback={<p class="py-8 text-center text-fg-2">{t("thread.noneWithTags")}</p>}
              >
                <EmptyState
                  icon={<Newspaper size={28} />}
                  title={t("thread.noPosts")}
                  text={t("thread.noPostsText")}
                  action={mayPost() && <Button onClick={write}>{t("thread.newPost")}</Button>}
                />
              </Show>
            }
          >
            <ul class="flex flex-col gap-2">
              <For each={posts()}>{(post) => <PostRow post={post} forum={props.forum} />}</For>
            </ul>
          </Show>
          <Show when={!old()}>
            <Button kind="ghost" size="sm" onClick={() => showOld(true)}>
              {t("thread.showArchived")}
            </Button>
          </Show>
        </div>
      </div>
    </section>
  );
}
