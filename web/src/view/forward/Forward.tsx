import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { ChannelPick } from "./ChannelPick";

/** Sends a message on into another channel. */
export function Forward(props: { channel: Id; message: Id; onClose(): void }) {
  const app = useApp();
  return (
    <ChannelPick
      title={t("forward.title")}
      right="sendMessages"
      done={t("forward.done")}
      onPick={(channel) => app.api.announcements.forward(channel.id, props.channel, props.message)}
      onClose={props.onClose}
    />
  );
}

/** Lets a channel follow an announcement channel. */
export function Follow(props: { channel: Id; onClose(): void }) {
  const app = useApp();
  return (
    <ChannelPick
      title={t("forward.followTitle")}
      right="manageWebhooks"
      but={props.channel}
      done={t("forward.followed")}
      onPick={(channel) => app.api.announcements.follow(props.channel, channel.id)}
      onClose={props.onClose}
    />
  );
}
