import AtSign from "lucide-solid/icons/at-sign";
import Hash from "lucide-solid/icons/hash";
import Lock from "lucide-solid/icons/lock";
import Megaphone from "lucide-solid/icons/megaphone";
import MessagesSquare from "lucide-solid/icons/messages-square";
import Newspaper from "lucide-solid/icons/newspaper";
import Users from "lucide-solid/icons/users";
import Volume from "lucide-solid/icons/volume-2";
import { Match, Switch } from "solid-js";
import { type Channel, ChannelType } from "~/api/types";
import { t } from "~/i18n";
import { isForum, isSpoken, isThread } from "~/state/channels";
import { has, Permission } from "~/state/permissions";

/** What kind of channel it is, and whether not everybody sees it. */
export function ChannelIcon(props: { channel: Channel; size?: number }) {
  const size = () => props.size ?? 18;
  const locked = () =>
    props.channel.permission_overwrites?.some(
      ({ id, deny }) => id === props.channel.guild_id && has(BigInt(deny), Permission.viewChannel),
    );
  return (
    <span class="flex shrink-0 text-fg-2" role="img" aria-label={kindName(props.channel, Boolean(locked()))}>
      <Switch fallback={<Hash size={size()} />}>
        <Match when={props.channel.type === ChannelType.dm}>
          <AtSign size={size()} />
        </Match>
        <Match when={props.channel.type === ChannelType.groupDm}>
          <Users size={size()} />
        </Match>
        <Match when={isSpoken(props.channel)}>
          <Volume size={size()} />
        </Match>
        <Match when={isThread(props.channel)}>
          <MessagesSquare size={size()} />
        </Match>
        <Match when={isForum(props.channel)}>
          <Newspaper size={size()} />
        </Match>
        <Match when={locked()}>
          <Lock size={size() - 1} />
        </Match>
        <Match when={props.channel.type === ChannelType.announcement}>
          <Megaphone size={size()} />
        </Match>
      </Switch>
    </span>
  );
}

function kindName(channel: Channel, locked: boolean) {
  if (channel.type === ChannelType.dm) return t("home.conversation");
  if (channel.type === ChannelType.groupDm) return t("home.group");
  if (isSpoken(channel)) return t("shell.voiceChannel");
  if (isThread(channel)) return t("thread.thread");
  if (isForum(channel)) return t("thread.forum");
  if (locked) return t("shell.privateChannel");
  return channel.type === ChannelType.announcement ? t("shell.announcementChannel") : t("shell.textChannel");
}
