import MessagesSquare from "lucide-solid/icons/messages-square";
import Phone from "lucide-solid/icons/phone";
import Pin from "lucide-solid/icons/pin";
import Search from "lucide-solid/icons/search";
import Users from "lucide-solid/icons/users";
import X from "lucide-solid/icons/x";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isPrivate } from "~/state/home";
import { IconButton } from "~/ui/IconButton";
import { InboxButton } from "../inbox/InboxButton";
import { ChannelIcon } from "../shell/ChannelIcon";
import { DrawerButton } from "../shell/nowhere";
import { useConversation } from "./conversation";
import { titleOf } from "./names";

const ThreadBrowser = lazy(() => import("../thread/ThreadBrowser"));
const SearchPopover = lazy(() => import("../search/SearchPopover"));
const PinsPopover = lazy(() => import("./PinsPopover"));

/** The channel's name and topic, its pins, and the switch for the member list. What stands beside a call has less, and can be closed. */
export function ChannelHeader(props: { onClose?: (() => void) | undefined }) {
  const app = useApp();
  const conversation = useConversation();
  const [threads, openThreads] = createSignal<HTMLElement>();
  const [lens, setLens] = createSignal<HTMLElement>();
  const [pins, openPins] = createSignal<HTMLElement>();
  const wide = () => matchMedia("(min-width: 1120px)").matches;
  const toggleMembers = () => (wide() ? app.layout.toggleMembers() : app.layout.openDrawer("members"));
  return (
    <header class="flex items-center gap-1 h-13 shrink-0 ps-4 max-md:ps-1 pe-2 border-b border-line">
      <Show when={!props.onClose}>
        <DrawerButton />
      </Show>
      <div class="flex items-center gap-2 min-w-0 flex-1">
        <ChannelIcon channel={conversation.channel()} size={20} />
        <h1 class="text-[0.9375rem] font-bold tracking-[-0.012em] truncate shrink-0 max-w-60">
          <bdi>{props.onClose ? t("call.chat") : titleOf(app, conversation.channel())}</bdi>
        </h1>
        <Show when={conversation.channel().topic}>
          {(topic) => (
            <p
              class="min-w-0 truncate text-sm text-fg-2 ps-3 ms-1 border-s border-line-strong/40 max-md:hidden"
              title={topic()}
            >
              <bdi>{topic()}</bdi>
            </p>
          )}
        </Show>
      </div>
      <Show
        when={isPrivate(conversation.channel()) && conversation.channel().id !== app.call.place()?.channel}
      >
        <IconButton
          label={t("call.call")}
          side="bottom"
          onClick={() => app.call.callUp(conversation.channel().id)}
        >
          <Phone size={19} />
        </IconButton>
      </Show>
      <IconButton
        label={t("thread.threads")}
        side="bottom"
        aria-haspopup="dialog"
        aria-expanded={threads() !== undefined}
        onClick={(event) => openThreads(threads() ? undefined : event.currentTarget)}
      >
        <MessagesSquare size={19} />
      </IconButton>
      <IconButton
        label={t("chat.pins")}
        side="bottom"
        aria-haspopup="dialog"
        aria-expanded={pins() !== undefined}
        onClick={(event) => openPins(pins() ? undefined : event.currentTarget)}
      >
        <Pin size={19} />
      </IconButton>
      <Show when={!props.onClose}>
        <IconButton
          label={t("shell.members")}
          side="bottom"
          pressed={app.layout.membersShown()}
          onClick={toggleMembers}
        >
          <Users size={19} />
        </IconButton>
        <InboxButton />
      </Show>
      <IconButton
        ref={(button: HTMLButtonElement) => setLens(button)}
        label={t("search.title")}
        side="bottom"
        aria-haspopup="dialog"
        aria-expanded={app.layout.searching()}
        onClick={() => app.layout.openSearch(!app.layout.searching())}
      >
        <Search size={19} />
      </IconButton>
      <Show when={!props.onClose}>
        <button
          type="button"
          class="flex items-center gap-2 h-8.5 ms-1 ps-2.5 pe-2 rounded-md bg-bg-1 border border-line text-sm text-fg-2 cursor-pointer transition-colors hover:(text-fg-0 border-line-strong) max-md:hidden"
          onClick={() => app.overlays.open({ kind: "palette" })}
        >
          <Search size={15} aria-hidden="true" />
          <span class="pe-4">{t("chat.goTo")}</span>
          <kbd class="px-1.5 rounded-[5px] border border-line bg-bg-2 text-[0.6875rem] leading-4.5 font-sans">
            Ctrl K
          </kbd>
        </button>
      </Show>
      <Show when={props.onClose}>
        {(close) => (
          <IconButton label={t("call.closeChat")} side="bottom" onClick={() => close()()}>
            <X size={19} />
          </IconButton>
        )}
      </Show>
      <Show when={threads()}>
        {(anchor) => (
          <Suspense>
            <ThreadBrowser anchor={anchor()} onClose={() => openThreads(undefined)} />
          </Suspense>
        )}
      </Show>
      <Show when={app.layout.searching() && lens()}>
        {(anchor) => (
          <Suspense>
            <SearchPopover
              anchor={anchor()}
              conversation={conversation}
              onClose={() => app.layout.openSearch(false)}
            />
          </Suspense>
        )}
      </Show>
      <Show when={pins()}>
        {(anchor) => (
          <Suspense>
            <PinsPopover anchor={anchor()} onClose={() => openPins(undefined)} />
          </Suspense>
        )}
      </Show>
    </header>
  );
}
