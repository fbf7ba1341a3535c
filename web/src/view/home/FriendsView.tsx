import Search from "lucide-solid/icons/search";
import UsersRound from "lucide-solid/icons/users-round";
import { createMemo, createSignal, For, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { Relationship } from "~/api/peopleTypes";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { EmptyState } from "~/ui/EmptyState";
import { IconButton } from "~/ui/IconButton";
import { Tabs } from "~/ui/Tabs";
import { InboxButton } from "../inbox/InboxButton";
import { DrawerButton } from "../shell/nowhere";
import { steerRows } from "../shell/rows";
import { AddFriend } from "./AddFriend";
import { FriendRow } from "./FriendRow";

const SearchPopover = lazy(() => import("../search/SearchPopover"));

type Tab = "online" | "all" | "pending" | "blocked" | "add";

/** Whom one knows: who is here, everybody, who waits, who is blocked, and how to know somebody more. */
export default function FriendsView() {
  const app = useApp();
  const [tab, setTab] = createSignal<Tab>(app.friends.friends().length ? "online" : "all");
  const shown = createMemo((): Relationship[] => {
    const list = {
      online: () => app.friends.friends().filter((one) => app.presence.status(one.id) !== "offline"),
      all: app.friends.friends,
      pending: () => [...app.friends.incoming(), ...app.friends.outgoing()],
      blocked: app.friends.blocked,
      add: () => [],
    }[tab()]();
    return [...list].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
  });
  const empty = () =>
    t(
      (
        {
          online: "home.nobodyOnline",
          all: "home.nobody",
          pending: "home.nobodyPending",
          blocked: "home.nobodyBlocked",
          add: "home.addText",
        } as const
      )[tab()],
    );
  return (
    <section class="flex flex-col flex-1 min-w-0 min-h-0" aria-label={t("home.friends")}>
      <header class="flex items-center gap-2 h-13 shrink-0 ps-4 max-md:ps-1 pe-2 border-b border-line">
        <DrawerButton />
        <UsersRound size={20} class="text-fg-2" aria-hidden="true" />
        <h1 class="flex-1 text-[0.9375rem] font-bold tracking-[-0.012em]">{t("home.friends")}</h1>
        <InboxButton />
        <SearchAll />
      </header>
      <div class="flex-1 min-h-0 overflow-y-auto px-6 max-md:px-3 py-4">
        <Tabs
          label={t("home.friends")}
          tabs={[
            { value: "online", label: t("home.online") },
            { value: "all", label: t("home.all") },
            { value: "pending", label: withCount(t("home.pending"), app.friends.incoming().length) },
            { value: "blocked", label: t("home.blockedTab") },
            { value: "add", label: t("home.add") },
          ]}
          value={tab()}
          onValue={setTab}
        >
          <Switch>
            <Match when={tab() === "add"}>
              <AddFriend />
            </Match>
            <Match when={shown().length === 0}>
              <EmptyState icon={<UsersRound size={28} />} title={empty()} />
            </Match>
            <Match when={shown().length > 0}>
              <ul class="flex flex-col" onKeyDown={steerRows}>
                <For each={shown()}>{(one) => <FriendRow relationship={one} />}</For>
              </ul>
            </Match>
          </Switch>
        </Tabs>
      </div>
    </section>
  );
}

function SearchAll() {
  const app = useApp();
  const [lens, setLens] = createSignal<HTMLElement>();
  return (
    <>
      <IconButton
        ref={(button: HTMLButtonElement) => setLens(button)}
        label={t("search.searchAll")}
        side="bottom"
        aria-haspopup="dialog"
        aria-expanded={app.layout.searching()}
        onClick={() => app.layout.openSearch(!app.layout.searching())}
      >
        <Search size={19} />
      </IconButton>
      <Show when={app.layout.searching() && lens()}>
        {(anchor) => (
          <Suspense>
            <SearchPopover anchor={anchor()} onClose={() => app.layout.openSearch(false)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}

const nameOf = (one: Relationship) => one.nickname || displayName(one.user) || one.user.username;
const withCount = (label: string, count: number) => (count ? `${label} (${count})` : label);
