import ChevronDown from "lucide-solid/icons/chevron-down";
import Plus from "lucide-solid/icons/plus";
import { createMemo, For, Show } from "solid-js";
import type { Channel, Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { ChannelGroup } from "~/state/channels";
import { ContextMenu } from "~/ui/ContextMenu";
import { IconButton } from "~/ui/IconButton";
import { ChannelRow } from "./ChannelRow";
import { categoryMenu } from "./channelMenu";
import { createReordering } from "./createReordering";
import { steerRows } from "./rows";
import { ThreadRows } from "./ThreadRows";

/** The channels of a community below their categories. A folded category still shows what is unread, and where one is. */
export function ChannelList(props: { guild: Id }) {
  const app = useApp();
  const groups = createMemo(() =>
    app.channels.groups(props.guild).filter((group) => group.category || group.channels.length),
  );
  return (
    <nav
      aria-label={t("shell.channels")}
      class="flex-1 min-h-0 overflow-y-auto px-2 py-3"
      onKeyDown={steerRows}
    >
      <For each={groups()}>{(group) => <Group guild={props.guild} group={group} />}</For>
    </nav>
  );
}

function Group(props: { guild: Id; group: ChannelGroup }) {
  const app = useApp();
  const movable = createReordering();
  const folded = () => Boolean(props.group.category && app.layout.isCollapsed(props.group.category.id));
  const shown = () =>
    props.group.channels.filter(
      (channel) => !folded() || app.openChannel() === channel.id || app.reads.unread(channel.id),
    );
  return (
    <section class="mb-4 last:mb-0">
      <Show when={props.group.category}>
        {(category) => <CategoryHead guild={props.guild} category={category()} folded={folded()} />}
      </Show>
      <ul class="flex flex-col gap-0.5">
        <For each={shown()}>
          {(channel) => (
            <li class="data-[drop]:(rounded-sm outline-2 outline-accent)" {...movable(() => channel)}>
              <ChannelRow channel={channel} />
              <ThreadRows parent={channel} />
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function CategoryHead(props: { guild: Id; category: Channel; folded: boolean }) {
  const app = useApp();
  const movable = createReordering();
  return (
    <ContextMenu label={props.category.name} items={() => categoryMenu(app, props.category)}>
      <div
        role="presentation"
        class="group flex items-center h-7 mb-0.5 data-[drop]:(rounded-sm outline-2 outline-accent)"
        {...movable(() => props.category)}
      >
        <h3 class="flex-1 min-w-0">
          <button
            type="button"
            data-row=""
            aria-expanded={!props.folded}
            class="flex items-center gap-1 w-full px-1 text-xs font-semibold tracking-[0.01em] text-fg-2 hover:text-fg-0 cursor-pointer rounded-sm transition-colors"
            onClick={() => app.layout.toggleCategory(props.category.id)}
          >
            <ChevronDown
              size={13}
              class="shrink-0 transition-transform"
              classList={{ "rotate--90": props.folded }}
              aria-hidden="true"
            />
            <bdi class="truncate">{props.category.name}</bdi>
          </button>
        </h3>
        <Show when={app.rights.mayIn("manageChannels", props.category.id)}>
          <IconButton
            label={t("shell.createChannelIn", { category: props.category.name })}
            size="sm"
            class="op-0 group-hover:op-100 focus-visible:op-100 max-md:op-100"
            onClick={() =>
              app.overlays.open({ kind: "create-channel", guild: props.guild, parent: props.category.id })
            }
          >
            <Plus size={16} />
          </IconButton>
        </Show>
      </div>
    </ContextMenu>
  );
}
