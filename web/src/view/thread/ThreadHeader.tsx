import Ellipsis from "lucide-solid/icons/ellipsis";
import Maximize from "lucide-solid/icons/maximize-2";
import Users from "lucide-solid/icons/users";
import X from "lucide-solid/icons/x";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { Menu } from "~/ui/Menu";
import { useConversation } from "../channel/conversation";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { ChannelIcon } from "../shell/ChannelIcon";
import { DrawerButton } from "../shell/nowhere";
import { threadMenu } from "./threadMenu";

const ThreadPeople = lazy(() => import("./ThreadPeople"));

/** A thread's name, where it belongs, and what one may do with it. */
export function ThreadHeader(props: { beside?: boolean | undefined }) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const thread = conversation.channel;
  const parent = () => app.channels.of(thread().parent_id ?? undefined);
  const [menu, openMenu] = createSignal<HTMLElement>();
  const [people, openPeople] = createSignal<HTMLElement>();
  return (
    <header class="shrink-0 border-b border-line">
      <div class="flex items-center gap-1 h-13 ps-4 max-md:ps-1 pe-2">
        <Show when={!props.beside}>
          <DrawerButton />
        </Show>
        <div class="flex items-center gap-2 min-w-0 flex-1">
          <ChannelIcon channel={thread()} size={19} />
          <Show when={!props.beside && parent()}>
            {(place) => (
              <Link
                class="shrink-0 max-w-40 truncate text-sm text-fg-2"
                to={{ at: "channel", guild: conversation.guild().id, channel: place().id }}
              >
                <bdi>{place().name}</bdi> ›
              </Link>
            )}
          </Show>
          <h1 class="text-[0.9375rem] font-bold tracking-[-0.012em] truncate">
            <bdi>{thread().name}</bdi>
          </h1>
        </div>
        <IconButton
          label={t("thread.people")}
          side="bottom"
          aria-haspopup="dialog"
          aria-expanded={people() !== undefined}
          onClick={(event) => openPeople(people() ? undefined : event.currentTarget)}
        >
          <Users size={18} />
        </IconButton>
        <IconButton
          label={t("common.more")}
          side="bottom"
          aria-haspopup="menu"
          aria-expanded={menu() !== undefined}
          onClick={(event) => openMenu(menu() ? undefined : event.currentTarget)}
        >
          <Ellipsis size={18} />
        </IconButton>
        <Show when={props.beside}>
          <IconButton
            label={t("thread.fullView")}
            side="bottom"
            onClick={() =>
              app.router.go({ at: "channel", guild: conversation.guild().id, channel: thread().id })
            }
          >
            <Maximize size={16} />
          </IconButton>
          <IconButton
            label={t("thread.closePanel")}
            side="bottom"
            onClick={() => app.layout.showBeside(undefined)}
          >
            <X size={18} />
          </IconButton>
        </Show>
      </div>
      <Show when={thread().thread_metadata?.archived}>
        <p class="px-4 pb-2 text-sm text-fg-2">
          {t(thread().thread_metadata?.locked ? "thread.isLocked" : "thread.isArchived")}
        </p>
      </Show>
      <Show when={menu()}>
        {(anchor) => (
          <Menu
            anchor={anchor()}
            label={t("common.more")}
            items={threadMenu(app, thread(), attempt)}
            onClose={() => openMenu(undefined)}
          />
        )}
      </Show>
      <Show when={people()}>
        {(anchor) => (
          <Suspense>
            <ThreadPeople anchor={anchor()} thread={thread()} onClose={() => openPeople(undefined)} />
          </Suspense>
        )}
      </Show>
    </header>
  );
}
