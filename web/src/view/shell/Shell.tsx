import {
  createEffect,
  createMemo,
  createSignal,
  lazy,
  Match,
  onCleanup,
  Show,
  Suspense,
  Switch,
} from "solid-js";
import type { Channel, Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isForum, isSpoken, isText, isThread } from "~/state/channels";
import { HOME, home, isPrivate } from "~/state/home";
import { createIdle } from "~/state/idle";
import { useToasts } from "~/ui/Toast";
import { createArrival } from "../arrival/createArrival";
import { Ringing } from "../call/Ringing";
import { ChannelView } from "../channel/ChannelView";
import { makeBadge } from "./badge";
import { ConnectionBanner } from "./ConnectionBanner";
import { Drawer } from "./Drawer";
import { makeEventNotices } from "./eventNotices";
import { GuildRail } from "./GuildRail";
import { MemberList } from "./MemberList";
import { tellOf } from "./notices";
import { NoChannel, NoGuild, Opening } from "./nowhere";
import { tellOfReport } from "./reportNotices";
import { Sidebar } from "./Sidebar";
import { createShortcuts } from "./shortcuts";
import { createSwipe } from "./swipe";
import { ViewAsBanner } from "./ViewAsBanner";

const HomeSidebar = lazy(() => import("../home/HomeSidebar"));
const FriendsView = lazy(() => import("../home/FriendsView"));
const GroupMembers = lazy(() => import("../home/GroupMembers"));
const Attendant = lazy(() => import("../call/Attendant"));
const CallView = lazy(() => import("../call/CallView"));
const PrivateCall = lazy(() => import("../call/PrivateCall"));
const ForumView = lazy(() => import("../thread/ForumView"));

/** The page of somebody who is signed in: rail, channels, conversation, members. */
export default function Shell() {
  const app = useApp();
  createShortcuts(app);
  createIdle(app);
  onCleanup(app.listen((event) => tellOf(app, event)));
  const toasts = useToasts();
  onCleanup(app.listen((event) => tellOfReport(app, toasts, event)));
  onCleanup(app.listen(makeEventNotices(app, toasts)));
  const badge = makeBadge();
  createSwipe(app);
  const route = createMemo(() => {
    const at = app.router.route();
    return at.at === "channel" ? at : undefined;
  });
  const atHome = () => route()?.guild === HOME;
  /** Channels of addresses that are not known here; each is asked for once. */
  const asked = new Set<string>();
  const [missing, setMissing] = createSignal<string>();
  const guild = createMemo(() => (atHome() ? home : app.guilds.of(route()?.guild)));
  const channel = createMemo(() => {
    const found = app.channels.of(route()?.channel);
    return found &&
      found.guild_id === route()?.guild &&
      (isText(found) || isThread(found) || isForum(found) || isSpoken(found))
      ? found
      : undefined;
  });

  /** A call has its people in its midst. */
  const besideMembers = () => {
    const open = channel();
    return open && !isSpoken(open) && app.layout.membersShown() && !beside();
  };
  const beside = createMemo(() => {
    const found = app.channels.of(app.layout.beside());
    return found && found.parent_id === channel()?.id ? found : undefined;
  });
  createEffect(() => {
    const at = route();
    const id = at?.channel;
    if (!app.connection.ready() || !at || !id || atHome() || app.channels.of(id) || asked.has(id)) return;
    asked.add(id);
    // An archived thread is not among the channels that are told of at the start.
    void app.api.threads
      .one(id)
      .then((found) => (found.thread_metadata ? app.apply({ t: "THREAD_CREATE", d: found }) : setMissing(id)))
      .catch(() => setMissing(id));
  });

  // An address without a place, or with one that is not there (any more), leads to the nearest that is.
  createEffect(() => {
    const wanted = route()?.channel;
    if (!app.connection.ready() || (guild() && channel())) return;
    if (atHome()) return route()?.channel ? app.router.replace({ at: "channel", guild: HOME }) : undefined;
    if (guild() && wanted && !app.channels.of(wanted) && missing() !== wanted) return;
    const first = guild() ?? app.guilds.of(app.layout.lastGuild()) ?? app.guilds.all()[0];
    if (!first) return app.router.replace({ at: "home" });
    const readable = app.channels.readable(first.id);
    const next = readable.find((one) => one.id === app.layout.lastChannel(first.id)) ?? readable[0];
    if (next) app.router.replace({ at: "channel", guild: first.id, channel: next.id });
    else if (route()?.guild !== first.id || route()?.channel)
      app.router.replace({ at: "channel", guild: first.id });
  });
  createArrival(app, guild);
  createEffect(() => {
    const place = channel();
    if (place?.guild_id) app.layout.visit(place.guild_id, place.id);
  });
  createEffect(() => {
    const count = [home, ...app.guilds.all()].reduce((sum, one) => sum + app.reads.guildMentions(one.id), 0);
    const place = channel();
    const parts = [place ? `${isPrivate(place) ? "" : "#"}${place.name}` : "", guild()?.name ?? "", "Parley"]
      .filter(Boolean)
      .slice(0, 2);
    badge(count);
    document.title = `${count ? `(${count}) ` : ""}${parts.join(" · ")}`;
  });
  onCleanup(() => {
    document.title = "Parley";
    badge(0);
  });

  return (
    <Show when={app.connection.ready()} fallback={<Opening />}>
      <div class="flex flex-col h-dvh bg-bg-0">
        <ConnectionBanner />
        <ViewAsBanner />
        <Ringing />
        <Show when={app.call.place() || app.call.trouble()}>
          <Suspense>
            <Attendant />
          </Suspense>
        </Show>
        <div class="flex flex-1 min-h-0">
          <Drawer name="channels" label={t("shell.navigation")}>
            <GuildRail />
            <Show when={guild()}>
              <div class="flex min-h-0 md:(my-2 rounded-s-lg overflow-hidden border-y border-s border-line) max-md:flex-1">
                <Show
                  when={!atHome()}
                  fallback={
                    <Suspense>
                      <HomeSidebar />
                    </Suspense>
                  }
                >
                  <Sidebar guild={guild()} />
                </Show>
              </div>
            </Show>
          </Drawer>
          <main class="flex flex-1 min-w-0 bg-bg-2 md:(my-2 me-2 rounded-e-lg overflow-hidden border-y border-e border-line)">
            <Show when={guild()} fallback={<NoGuild />}>
              {(place) => (
                <>
                  <Show
                    when={channel()}
                    keyed
                    fallback={
                      atHome() ? (
                        <Suspense>
                          <FriendsView />
                        </Suspense>
                      ) : (
                        <NoChannel guild={place()} />
                      )
                    }
                  >
                    {(open) => (
                      <Switch fallback={<Written channel={open} guild={place()} />}>
                        <Match when={isForum(open)}>
                          <Suspense>
                            <ForumView forum={open} guild={place()} />
                          </Suspense>
                        </Match>
                        <Match when={isSpoken(open)}>
                          <Suspense>
                            <CallView channel={open} guild={place()} />
                          </Suspense>
                        </Match>
                      </Switch>
                    )}
                  </Show>
                  <Show when={beside()} keyed>
                    {(thread) => (
                      <div class="flex w-105 shrink-0 min-h-0 border-s border-line max-lg:hidden">
                        <ChannelView channel={thread} guild={place()} beside />
                      </div>
                    )}
                  </Show>
                  <Show when={besideMembers()}>
                    <div class="max-lg:hidden">
                      <Present guild={place()} channel={channel()} />
                    </div>
                  </Show>
                </>
              )}
            </Show>
          </main>
          <Show when={guild()}>
            {(place) => (
              <Drawer name="members" label={t("shell.members")} narrowOnly>
                <Present guild={place()} channel={channel()} />
              </Drawer>
            )}
          </Show>
        </div>
      </div>
    </Show>
  );
}

/** What is written in a channel, below the call of its people if there is one. */
function Written(props: { channel: Channel; guild: Guild }) {
  const app = useApp();
  const called = () => isPrivate(props.channel) && app.voice.in(props.channel.id).length > 0;
  return (
    <ChannelView
      channel={props.channel}
      guild={props.guild}
      above={
        <Show when={called()}>
          <Suspense>
            <PrivateCall channel={props.channel} />
          </Suspense>
        </Show>
      }
    />
  );
}

/** Who is in the community, or in the conversation. */
function Present(props: { guild: Guild; channel: Channel | undefined }) {
  return (
    <Show
      when={props.channel && isPrivate(props.channel) ? props.channel : undefined}
      fallback={
        <Show when={props.guild.id !== HOME}>
          <MemberList guild={props.guild} />
        </Show>
      }
    >
      {(channel) => (
        <Suspense>
          <GroupMembers channel={channel()} />
        </Suspense>
      )}
    </Show>
  );
}
