import Contrast from "lucide-solid/icons/contrast";
import Hash from "lucide-solid/icons/hash";
import Keyboard from "lucide-solid/icons/keyboard";
import LogOut from "lucide-solid/icons/log-out";
import Megaphone from "lucide-solid/icons/megaphone";
import Monitor from "lucide-solid/icons/monitor";
import Moon from "lucide-solid/icons/moon";
import Plus from "lucide-solid/icons/plus";
import Settings from "lucide-solid/icons/settings";
import Sun from "lucide-solid/icons/sun";
import UserPlus from "lucide-solid/icons/user-plus";
import type { JSX } from "solid-js";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { Avatar } from "~/ui/Avatar";

export interface Destination {
  group: "channels" | "guilds" | "people" | "actions";
  label: string;
  /** Where it is, for people who have two of the same name. */
  place?: string;
  icon: () => JSX.Element;
  go(): void;
}

/** Everything that the palette can lead to, in the order shown before anything is typed. */
export function destinations(app: App): Destination[] {
  const route = app.router.route();
  const here = route.at === "channel" ? route.guild : undefined;
  const guilds = app.guilds.all();
  const order = [...guilds].sort((a, b) => Number(b.id === here) - Number(a.id === here));
  return [
    ...order.flatMap((guild) => channelsOf(app, guild.id)),
    ...guilds.map(
      (guild): Destination => ({
        group: "guilds",
        label: guild.name,
        icon: () => <Avatar id={guild.id} name={guild.name} size={24} square />,
        go: () => app.router.go({ at: "channel", guild: guild.id }),
      }),
    ),
    ...(here ? peopleOf(app, here) : []),
    ...actions(app, here),
  ];
}

function channelsOf(app: App, guild: Id): Destination[] {
  const place = app.guilds.of(guild)?.name ?? "";
  return app.channels.readable(guild).map((channel) => ({
    group: "channels",
    label: channel.name,
    place,
    icon: () => (channel.type === ChannelType.announcement ? <Megaphone size={18} /> : <Hash size={18} />),
    go: () => app.router.go({ at: "channel", guild, channel: channel.id }),
  }));
}

function peopleOf(app: App, guild: Id): Destination[] {
  return app.members.inGuild(guild).map((member) => {
    const name = app.members.name(guild, member.user.id);
    return {
      group: "people",
      label: name,
      place: `@${member.user.username}`,
      icon: () => <Avatar id={member.user.id} name={name} size={24} />,
      go: () =>
        app.overlays.open({
          kind: "profile",
          user: member.user.id,
          guild,
          anchor: { x: innerWidth / 2 - 160, y: innerHeight / 6 },
        }),
    };
  });
}

function actions(app: App, here: Id | undefined): Destination[] {
  const guild = here ? (app.guilds.of(here)?.name ?? "") : "";
  const action = (label: string, icon: () => JSX.Element, go: () => void): Destination => ({
    group: "actions",
    label,
    icon,
    go,
  });
  const theme = (wanted: "dark" | "light" | "system" | "contrast") => () =>
    void app.settings.save({ theme: wanted });
  const open = app.overlays.open;
  return [
    ...(here && app.rights.may("createInvite", here)
      ? [
          action(
            t("palette.invite", { guild }),
            () => <UserPlus size={18} />,
            () => open({ kind: "invite", guild: here }),
          ),
        ]
      : []),
    ...(here && app.rights.may("manageChannels", here)
      ? [
          action(
            t("palette.createChannel", { guild }),
            () => <Plus size={18} />,
            () => open({ kind: "create-channel", guild: here }),
          ),
        ]
      : []),
    ...(here && (app.rights.may("manageGuild", here) || app.rights.may("manageRoles", here))
      ? [
          action(
            t("palette.guildSettings", { guild }),
            () => <Settings size={18} />,
            () => open({ kind: "guild-settings", guild: here }),
          ),
        ]
      : []),
    action(
      t("palette.createGuild"),
      () => <Plus size={18} />,
      () => open({ kind: "create-guild" }),
    ),
    action(
      t("palette.userSettings"),
      () => <Settings size={18} />,
      () => open({ kind: "user-settings" }),
    ),
    action(
      t("palette.shortcuts"),
      () => <Keyboard size={18} />,
      () => open({ kind: "user-settings", page: "keyboard" }),
    ),
    action(t("palette.themeDark"), () => <Moon size={18} />, theme("dark")),
    action(t("palette.themeLight"), () => <Sun size={18} />, theme("light")),
    action(t("palette.themeSystem"), () => <Monitor size={18} />, theme("system")),
    action(t("palette.themeContrast"), () => <Contrast size={18} />, theme("contrast")),
    action(
      t("palette.signOut"),
      () => <LogOut size={18} />,
      () => void app.session.signOut(),
    ),
  ];
}
