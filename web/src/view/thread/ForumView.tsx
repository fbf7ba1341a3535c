import LayoutGrid from "lucide-solid/icons/layout-grid";
import List from "lucide-solid/icons/list";
import Newspaper from "lucide-solid/icons/newspaper";
import Plus from "lucide-solid/icons/plus";
import { createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import { type Channel, ChannelType, type Guild, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { compareIds } from "~/state/snowflake";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { IconButton } from "~/ui/IconButton";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { ChannelIcon } from "../shell/ChannelIcon";
import { DrawerButton } from "../shell/nowhere";
import { createArchive } from "./createArchive";
import { createFirsts } from "./createFirsts";
import { isPinned, PostRow } from "./PostRow";
import { TagChips } from "./TagChips";

type Sort = "activity" | "creation";
const GALLERY = 2;

/** A channel whose messages are posts: a list or a gallery of threads, by name and tags, the pinned one first. */
export default function ForumView(props: { forum: Channel; guild: Guild }) {
  const app = useApp();
  const [chosen, choose] = createSignal<Id[]>([]);
  const [sought, seek] = createSignal("");
  const [sort, sortBy] = createSignal<Sort>(props.forum.default_sort_order === 1 ? "creation" : "activity");
  const [gallery, setGallery] = createSignal(
    props.forum.type === ChannelType.media || props.forum.default_forum_layout === GALLERY,
  );
  const archive = createArchive(() => props.forum.id, { sought, chosen, sort });
  const known = createMemo(() => {
    const active = app.channels.threads(props.forum.id).filter((post) => !post.thread_metadata?.archived);
    const ids = new Set(active.map((post) => post.id));
    return [...active, ...archive.posts().filter((post) => !ids.has(post.id))];
  });
  const time = (post: Channel) => (sort() === "creation" ? post.id : (post.last_message_id ?? post.id));
  const named = (post: Channel) => post.name.toLowerCase().includes(sought().trim().toLowerCase());
  const posts = createMemo(() =>
    known()
      .filter((post) => named(post) && chosen().every((tag) => post.applied_tags?.includes(tag)))
      .sort((a, b) => Number(isPinned(b)) - Number(isPinned(a)) || compareIds(time(b), time(a))),
  );
  const firsts = createFirsts(() => props.forum, posts);
  onCleanup(firsts.end);
  const mayPost = () => app.rights.mayIn("sendMessages", props.forum.id);
  const write = () => app.overlays.open({ kind: "new-post", forum: props.forum.id });
  const filtered = () => chosen().length > 0 || sought().trim() !== "";
  return (
    <section class="flex flex-col flex-1 min-w-0 min-h-0" aria-label={props.forum.name}>
      <header class="flex items-center gap-2 h-13 shrink-0 ps-4 max-md:ps-1 pe-3 border-b border-line">
        <DrawerButton />
        <ChannelIcon channel={props.forum} size={20} />
        <h1 class="flex-1 min-w-0 truncate text-[0.9375rem] font-bold">
          <bdi>{props.forum.name}</bdi>
        </h1>
        <IconButton
          label={t(gallery() ? "thread.asList" : "thread.asGallery")}
          onClick={() => setGallery(!gallery())}
        >
          <Show when={gallery()} fallback={<LayoutGrid size={18} />}>
            <List size={18} />
          </Show>
        </IconButton>
        <Show when={mayPost()}>
          <Button size="sm" onClick={write}>
            <Plus size={16} /> {t("thread.newPost")}
          </Button>
        </Show>
      </header>
      <div class="flex-1 min-h-0 overflow-y-auto p-4 max-md:p-3">
        <div
          class="flex flex-col gap-3 mx-auto"
          classList={{ "max-w-220": !gallery(), "max-w-300": gallery() }}
        >
          <Show when={props.forum.topic}>
            {(topic) => (
              <p class="p-3 rounded-md border border-line bg-bg-1 text-sm text-fg-1 whitespace-pre-wrap">
                {topic()}
              </p>
            )}
          </Show>
          <div class="flex flex-wrap items-end gap-3">
            <div class="flex-1 min-w-50">
              <TextInput
                type="search"
                label={t("thread.search")}
                value={sought()}
                onValue={seek}
                maxLength={100}
              />
            </div>
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
          <Show when={props.forum.available_tags?.length}>
            <TagChips
              label={t("thread.tags")}
              tags={props.forum.available_tags ?? []}
              chosen={chosen()}
              onChange={choose}
            />
          </Show>
          <Show
            when={posts().length}
            fallback={
              <Show
                when={!filtered()}
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
            <ul
              classList={{
                "flex flex-col gap-2": !gallery(),
                "grid gap-3 grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]": gallery(),
              }}
            >
              <For each={posts()}>
                {(post) => (
                  <PostRow
                    post={post}
                    forum={props.forum}
                    first={firsts.of(post.id)}
                    picture={firsts.picture(post.id)}
                    tile={gallery()}
                  />
                )}
              </For>
            </ul>
          </Show>
          <Show when={archive.more()}>
            <Button kind="ghost" size="sm" busy={archive.busy()} onClick={archive.load}>
              {t(archive.opened() ? "thread.more" : "thread.showArchived")}
            </Button>
          </Show>
        </div>
      </div>
    </section>
  );
}
