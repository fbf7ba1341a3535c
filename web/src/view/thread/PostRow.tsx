import Pin from "lucide-solid/icons/pin";
import { For, Show } from "solid-js";
import type { Attachment, Channel, Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { timeOf } from "~/state/snowflake";
import { ContextMenu } from "~/ui/ContextMenu";
import { when } from "../channel/times";
import { isSpoiler, smallOf } from "../files/address";
import { thumbHashUrl } from "../files/thumbhash";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { threadMenu } from "./threadMenu";

const PINNED = 1 << 1;

export const isPinned = (post: Channel) => ((post.flags ?? 0) & PINNED) !== 0;

/** A post in the list of its forum. */
export function PostRow(props: {
  post: Channel;
  forum: Channel;
  first: Message | undefined;
  picture: Attachment | undefined;
  /** As a tile of a gallery, the picture above the text. */
  tile: boolean;
}) {
  const app = useApp();
  const attempt = createDeed();
  const tags = () =>
    (props.forum.available_tags ?? []).filter((tag) => props.post.applied_tags?.includes(tag.id));
  const unread = () => app.reads.unread(props.post.id);
  const last = () => new Date(timeOf(props.post.last_message_id ?? props.post.id)).toISOString();
  return (
    <li>
      <ContextMenu label={props.post.name} items={() => threadMenu(app, props.post, attempt)}>
        <Link
          class="flex gap-x-3 gap-y-2.5 h-full p-3.5 rounded-md border border-line bg-bg-1 text-fg-0 hover:no-underline hover:border-line-strong transition-colors"
          classList={{ "flex-col": props.tile, "flex-row-reverse justify-between": !props.tile }}
          to={{ at: "channel", guild: props.forum.guild_id ?? "", channel: props.post.id }}
        >
          <Show when={props.picture} fallback={props.tile && <Excerpt text={props.first?.content ?? ""} />}>
            {(picture) => <Preview file={picture()} tile={props.tile} />}
          </Show>
          <span class="flex flex-col flex-1 gap-1.5 min-w-0">
            <span class="flex items-center gap-2 min-w-0">
              <Show when={isPinned(props.post)}>
                <Pin size={15} class="shrink-0 text-accent" role="img" aria-label={t("thread.pinnedPost")} />
              </Show>
              <bdi class="truncate" classList={{ "font-bold": unread(), "font-semibold": !unread() }}>
                {props.post.name}
              </bdi>
            </span>
            <Show when={!props.tile && props.first?.content}>
              {(text) => <span class="text-sm text-fg-1 line-clamp-2 break-words">{text()}</span>}
            </Show>
            <span class="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-2">
              <For each={tags()}>
                {(tag) => (
                  <bdi class="px-2 rounded-full bg-accent-soft text-accent leading-5">
                    {tag.emoji_name} {tag.name}
                  </bdi>
                )}
              </For>
              <span>{app.members.name(props.forum.guild_id ?? "", props.post.owner_id ?? "")}</span>
              <span>{t("thread.messages", { count: props.post.message_count ?? 0 })}</span>
              <time datetime={last()}>{when(last())}</time>
            </span>
          </span>
        </Link>
      </ContextMenu>
    </li>
  );
}

const TILE_PX = { width: 320, height: 240 };

/** The first picture of a post; what is hidden in the post is hidden here. */
function Preview(props: { file: Attachment; tile: boolean }) {
  return (
    <img
      src={smallOf(props.file, TILE_PX.width, TILE_PX.height)}
      alt={props.file.description ?? ""}
      loading="lazy"
      class="object-cover rounded-sm bg-bg-3 bg-cover"
      classList={{
        "w-full aspect-[4/3]": props.tile,
        "w-24 h-18 shrink-0": !props.tile,
        "blur-xl": isSpoiler(props.file),
      }}
      style={{ "background-image": thumbHashUrl(props.file.placeholder) }}
    />
  );
}

/** What a post without a picture begins with, in the picture's place. */
function Excerpt(props: { text: string }) {
  return (
    <span class="aspect-[4/3] p-3 rounded-sm bg-bg-3 text-sm text-fg-1 break-words overflow-hidden">
      <span class="line-clamp-5">{props.text}</span>
    </span>
  );
}
