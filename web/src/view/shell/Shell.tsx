import { createEffect, createMemo, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isText } from "~/state/channels";
import { ChannelView } from "../channel/ChannelView";
import { ConnectionBanner } from "./ConnectionBanner";
import { Drawer } from "./Drawer";
import { GuildRail } from "./GuildRail";
import { MemberList } from "./MemberList";
import { NoChannel, NoGuild, Opening } from "./nowhere";
import { Sidebar } from "./Sidebar";
import { createShortcuts } from "./shortcuts";
import { createSwipe } from "./swipe";

/** The page of somebody who is signed in: rail, channels, conversation, members. */
export default function Shell() {
  const app = useApp();
  createShortcuts(app);
  createSwipe(app);
  const route = createMemo(() => {
    const at = app.router.route();
    return at.at === "channel" ? at : undefined;
  });
  const guild = createMemo(() => app.guilds.of(route()?.guild));
  const channel = createMemo(() => {
    const found = app.channels.of(route()?.channel);
    return found && found.guild_id === route()?.guild && isText(found) ? found : undefined;
  });

  // An address without a place, or with one that is not there (any more), leads to the nearest that is.
  createEffect(() => {
    if (!app.connection.ready() || (guild() && channel())) return;
    const home = guild() ?? app.guilds.of(app.layout.lastGuild()) ?? app.guilds.all()[0];
    if (!home) return app.router.replace({ at: "home" });
    const readable = app.channels.readable(home.id);
    const next = readable.find((one) => one.id === app.layout.lastChannel(home.id)) ?? readable[0];
    if (next) app.router.replace({ at: "channel", guild: home.id, channel: next.id });
    else if (route()?.guild !== home.id || route()?.channel)
      app.router.replace({ at: "channel", guild: home.id });
  });
  createEffect(() => {
    const place = channel();
    if (place?.guild_id) app.layout.visit(place.guild_id, place.id);
  });
  createEffect(() => {
    const count = app.guilds.all().reduce((sum, one) => sum + app.reads.guildMentions(one.id), 0);
    const place = channel();
    const parts = [place ? `#${place.name}` : "", guild()?.name ?? "", "Parley"].filter(Boolean).slice(0, 2);
    document.title = `${count ? `(${count}) ` : ""}${parts.join(" · ")}`;
  });
  onCleanup(() => {
    document.title = "Parley";
  });

  return (
    <Show when={app.connection.ready()} fallback={<Opening />}>
      <div class="flex flex-col h-dvh bg-bg-0">
        <ConnectionBanner />
        <div class="flex flex-1 min-h-0">
          <Drawer name="channels" label={t("shell.navigation")}>
            <GuildRail />
            <Show when={guild()}>
              <div class="flex min-h-0 md:(my-2 rounded-s-lg overflow-hidden border-y border-s border-line) max-md:flex-1">
                <Sidebar guild={guild()} />
              </div>
            </Show>
          </Drawer>
          <main class="flex flex-1 min-w-0 bg-bg-2 md:(my-2 me-2 rounded-e-lg overflow-hidden border-y border-e border-line)">
            <Show when={guild()} fallback={<NoGuild />}>
              {(place) => (
                <>
                  <Show when={channel()} keyed fallback={<NoChannel guild={place()} />}>
                    {(open) => <ChannelView channel={open} guild={place()} />}
                  </Show>
                  <Show when={channel() && app.layout.membersShown()}>
                    <div class="max-lg:hidden">
                      <MemberList guild={place()} />
                    </div>
                  </Show>
                </>
              )}
            </Show>
          </main>
          <Show when={guild()}>
            {(place) => (
              <Drawer name="members" label={t("shell.members")} narrowOnly>
                <MemberList guild={place()} />
              </Drawer>
            )}
          </Show>
        </div>
      </div>
    </Show>
  );
}
