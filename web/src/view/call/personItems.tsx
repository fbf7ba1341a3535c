import HeadphoneOff from "lucide-solid/icons/headphone-off";
import MicOff from "lucide-solid/icons/mic-off";
import PhoneOff from "lucide-solid/icons/phone-off";
import Volume from "lucide-solid/icons/volume-2";
import VolumeX from "lucide-solid/icons/volume-x";
import type { VoiceState } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import type { MenuItem } from "~/ui/Menu";
import { memberMenu } from "../dialogs/memberMenu";
import type { Attempt } from "../form/createDeed";

/** What can be done with somebody in a call: how one hears them oneself, what moderators do, and the rest of a member's menu. */
export function personItems(
  app: App,
  state: VoiceState,
  attempt: Attempt,
  openVolume: (user: string) => void,
): MenuItem[] {
  const user = state.user_id;
  const guild = state.guild_id === state.channel_id ? undefined : state.guild_id;
  const items: MenuItem[] = [];
  if (user !== app.session.me()?.id) {
    const silenced = Boolean(app.call.settings.values.silenced[user]);
    items.push(
      { label: t("voice.volume"), icon: <Volume size={16} />, onSelect: () => openVolume(user) },
      {
        label: t(silenced ? "voice.unsilence" : "voice.silence"),
        icon: <VolumeX size={16} />,
        onSelect: () => app.call.silence(user, !silenced),
      },
    );
  }
  const moderation = guild ? moderationItems(app, state, guild, attempt) : [];
  const rest = memberMenu(
    app,
    { user, guild },
    (kind) => guild && app.overlays.open({ kind, guild, user }),
    attempt,
  );
  for (const group of [moderation, rest])
    if (group.length) items.push(...(items.length ? (["separator"] as const) : []), ...group);
  return items;
}

function moderationItems(app: App, state: VoiceState, guild: string, attempt: Attempt): MenuItem[] {
  const channel = state.channel_id ?? undefined;
  const change = (body: { mute?: boolean; deaf?: boolean; channel_id?: null }) =>
    attempt(app.api.members.change(guild, state.user_id, body));
  const items: MenuItem[] = [];
  if (app.rights.mayIn("muteMembers", channel))
    items.push({
      label: t(state.mute ? "voice.unmuteForAll" : "voice.muteForAll"),
      icon: <MicOff size={16} />,
      danger: !state.mute,
      onSelect: () => change({ mute: !state.mute }),
    });
  if (app.rights.mayIn("deafenMembers", channel))
    items.push({
      label: t(state.deaf ? "voice.undeafenForAll" : "voice.deafenForAll"),
      icon: <HeadphoneOff size={16} />,
      danger: !state.deaf,
      onSelect: () => change({ deaf: !state.deaf }),
    });
  if (app.rights.mayIn("moveMembers", channel) && state.user_id !== app.session.me()?.id)
    items.push({
      label: t("voice.putOut"),
      icon: <PhoneOff size={16} />,
      danger: true,
      onSelect: () => change({ channel_id: null }),
    });
  return items;
}
