import Copy from "lucide-solid/icons/copy";
import EyeOff from "lucide-solid/icons/eye-off";
import Fingerprint from "lucide-solid/icons/fingerprint-pattern";
import Flag from "lucide-solid/icons/flag";
import Forward from "lucide-solid/icons/forward";
import Image from "lucide-solid/icons/image";
import ImageOff from "lucide-solid/icons/image-off";
import Link2 from "lucide-solid/icons/link-2";
import Megaphone from "lucide-solid/icons/megaphone";
import MessagesSquare from "lucide-solid/icons/messages-square";
import Pencil from "lucide-solid/icons/pencil";
import Pin from "lucide-solid/icons/pin";
import PinOff from "lucide-solid/icons/pin-off";
import Reply from "lucide-solid/icons/reply";
import History from "lucide-solid/icons/rotate-ccw-clock";
import Trash from "lucide-solid/icons/trash";
import { MessageFlag } from "~/api/embedTypes";
import { ChannelType, type Id, type Message } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { isText } from "~/state/channels";
import { isOver } from "~/state/polls";
import { pathOf } from "~/state/router";
import type { MenuItem } from "~/ui/Menu";
import { appItems } from "../bots/appItems";
import type { Attempt } from "../form/createDeed";
import { openThread } from "../thread/openThread";
import type { Conversation } from "./conversation";
import { suppressed } from "./embeds/shown";
import { isSpeech } from "./rowModel";

/** Everything that one may do with a message. */
export function messageMenu(
  app: App,
  conversation: Conversation,
  message: Message,
  attempt: Attempt,
  onDelete: (message: Id) => void,
): MenuItem[] {
  const channel = message.channel_id;
  const mine = message.author.id === app.session.me()?.id;
  const moderates = app.rights.mayIn("manageMessages", channel);
  const items: MenuItem[] = [];
  if (isSpeech(message) && app.rights.mayIn("sendMessages", channel))
    items.push({
      label: t("chat.reply"),
      icon: <Reply size={17} />,
      onSelect: () => conversation.reply(message),
    });
  if (isSpeech(message) && mine)
    items.push({
      label: t("common.edit"),
      icon: <Pencil size={17} />,
      onSelect: () => conversation.edit(message.id),
    });
  if (isSpeech(message) && (moderates || app.rights.mayIn("pinMessages", channel)))
    items.push({
      label: t(message.pinned ? "chat.unpin" : "chat.pin"),
      icon: message.pinned ? <PinOff size={17} /> : <Pin size={17} />,
      onSelect: () => attempt(app.api.channels[message.pinned ? "unpin" : "pin"](channel, message.id)),
    });
  const thread = message.thread;
  if (thread)
    items.push({
      label: t("thread.openThread"),
      icon: <MessagesSquare size={17} />,
      onSelect: () => openThread(app, thread),
    });
  else if (isSpeech(message) && mayStartThread(app, channel))
    items.push({
      label: t("thread.start"),
      icon: <MessagesSquare size={17} />,
      onSelect: () => app.overlays.open({ kind: "start-thread", channel, message: message.id }),
    });
  if (isSpeech(message) && !message.poll)
    items.push({
      label: t("forward.forward"),
      icon: <Forward size={17} />,
      onSelect: () => app.overlays.open({ kind: "forward", channel, message: message.id }),
    });
  if (isSpeech(message) && mayPublish(app, message) && (mine || moderates))
    items.push({
      label: t("forward.publish"),
      icon: <Megaphone size={17} />,
      onSelect: () => attempt(app.api.announcements.publish(channel, message.id)),
    });
  if (message.poll && mine && !isOver(message.poll))
    items.push({
      label: t("poll.end"),
      icon: <Flag size={17} />,
      onSelect: () => attempt(app.api.polls.end(channel, message.id)),
    });
  if (message.content)
    items.push({
      label: t("chat.copyText"),
      icon: <Copy size={17} />,
      onSelect: () => copy(message.content),
    });
  items.push(
    {
      label: t("chat.copyLink"),
      icon: <Link2 size={17} />,
      onSelect: () => {
        const guild = conversation.guild().id;
        copy(location.origin + pathOf({ at: "channel", guild, channel, message: message.id }));
      },
    },
    { label: t("chat.markUnread"), icon: <EyeOff size={17} />, onSelect: () => markUnread(app, message) },
  );
  items.push(...appItems(app, 3, message.channel_id, message.id, attempt));
  if (app.settings.values.developer_mode)
    items.push({
      label: t("common.copyId"),
      icon: <Fingerprint size={17} />,
      onSelect: () => copy(message.id),
    });
  if (moderates && message.edited_timestamp)
    items.push({
      label: t("moderation.editHistory"),
      icon: <History size={17} />,
      onSelect: () => app.overlays.open({ kind: "edit-history", channel, message: message.id }),
    });
  if ((mine || moderates) && isSpeech(message) && (message.embeds.length > 0 || suppressed(message)))
    items.push({
      label: t(suppressed(message) ? "moderation.embedShow" : "moderation.embedHide"),
      icon: suppressed(message) ? <Image size={17} /> : <ImageOff size={17} />,
      onSelect: () =>
        attempt(
          app.api.messages.flag(channel, message.id, (message.flags ?? 0) ^ MessageFlag.suppressEmbeds),
        ),
    });
  if (!mine && isSpeech(message))
    items.push({
      label: t("moderation.reportMessage"),
      icon: <Flag size={17} />,
      onSelect: () => {
        const guild = conversation.guild().id;
        app.overlays.open({ kind: "report", guild, user: message.author.id, channel, message: message.id });
      },
    });
  if (mine || moderates)
    items.push("separator", {
      label: t("common.delete"),
      icon: <Trash size={17} />,
      danger: true,
      onSelect: () => onDelete(message.id),
    });
  return items;
}

const CROSSPOSTED = 1;

const mayPublish = (app: App, message: Message) =>
  app.channels.of(message.channel_id)?.type === ChannelType.announcement &&
  ((message.flags ?? 0) & CROSSPOSTED) === 0;

function mayStartThread(app: App, id: Id) {
  const channel = app.channels.of(id);
  return channel !== undefined && isText(channel) && app.rights.mayIn("createPublicThreads", id);
}

/** Everything from this message on is new again. */
function markUnread(app: App, message: Message) {
  const items = app.messages.in(message.channel_id)?.items ?? [];
  const at = items.findIndex((one) => one.id === message.id);
  const before = items[at - 1]?.id ?? String(BigInt(message.id) - 1n);
  const mentions = items.slice(at).filter(app.reads.concernsMe).length;
  void app.reads.unreadFrom(message.channel_id, before, mentions);
}

const copy = (text: string) => void navigator.clipboard?.writeText(text);
