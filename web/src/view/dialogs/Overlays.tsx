import { lazy, Match, Suspense, Switch } from "solid-js";
import { useApp } from "~/state/app";
import type { Overlay } from "~/state/overlay";
import { Follow, Forward } from "../forward/Forward";
import { FriendNickname } from "../home/FriendNickname";
import { NewConversation } from "../home/NewConversation";
import { RenameGroup } from "../home/RenameGroup";
import { CreatePoll } from "../poll/CreatePoll";
import { EditThread } from "../thread/EditThread";
import { NewPost } from "../thread/NewPost";
import { StartThread } from "../thread/StartThread";
import { AlertDialog } from "./AlertDialog";
import { CreateCategory } from "./CreateCategory";
import { CreateChannel } from "./CreateChannel";
import { CreateGuild } from "./CreateGuild";
import { DeleteChannel } from "./DeleteChannel";
import { EditHistory } from "./EditHistory";
import { GuildFolderDialog } from "./GuildFolderDialog";
import { InvitePeople } from "./InvitePeople";
import { LeaveGuild } from "./LeaveGuild";
import { Ban, Kick } from "./Moderate";
import { Nickname } from "./Nickname";
import { Profile } from "./Profile";
import { Report } from "./Report";
import { StatusDialog } from "./StatusDialog";
import { Timeout } from "./Timeout";

const Answers = lazy(() => import("../arrival/Answers"));
const Arrive = lazy(() => import("../arrival/Arrive"));
const CheckConnection = lazy(() => import("../check/CheckConnection"));
const RecordedCalls = lazy(() => import("../record/RecordedCalls"));
const Events = lazy(() => import("../schedule/Events"));
const EditEvent = lazy(() => import("../schedule/EditEvent"));
const Palette = lazy(() => import("../palette/Palette"));
const UserSettings = lazy(() => import("../settings/user/UserSettings"));
const GuildSettings = lazy(() => import("../settings/guild/GuildSettings"));
const ChannelSettings = lazy(() => import("../settings/channel/ChannelSettings"));

type Of<K extends Overlay["kind"]> = Extract<Overlay, { kind: K }>;

const is = <K extends Overlay["kind"]>(overlay: Overlay | undefined, kind: K): overlay is Of<K> =>
  overlay?.kind === kind;

/** Whatever app.overlays has open: settings, dialogs, the palette. */
export default function Overlays() {
  const app = useApp();
  const close = () => app.overlays.close();
  const only = <K extends Overlay["kind"]>(kind: K): Of<K> | undefined => {
    const overlay = app.overlays.current();
    return is(overlay, kind) ? overlay : undefined;
  };
  return (
    <Suspense>
      <Switch>
        <Match when={only("palette")}>
          <Palette onClose={close} />
        </Match>
        <Match when={only("user-settings")}>
          {(open) => <UserSettings page={open().page} onClose={close} />}
        </Match>
        <Match when={only("guild-settings")} keyed>
          {(open) => <GuildSettings guild={open.guild} page={open.page} onClose={close} />}
        </Match>
        <Match when={only("channel-settings")} keyed>
          {(open) => <ChannelSettings channel={open.channel} page={open.page} onClose={close} />}
        </Match>
        <Match when={only("create-guild")}>
          <CreateGuild onClose={close} />
        </Match>
        <Match when={only("create-channel")} keyed>
          {(open) => <CreateChannel guild={open.guild} parent={open.parent} onClose={close} />}
        </Match>
        <Match when={only("create-category")} keyed>
          {(open) => <CreateCategory guild={open.guild} onClose={close} />}
        </Match>
        <Match when={only("invite")} keyed>
          {(open) => <InvitePeople guild={open.guild} channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("profile")} keyed>
          {(open) => <Profile user={open.user} guild={open.guild} anchor={open.anchor} onClose={close} />}
        </Match>
        <Match when={only("nickname")} keyed>
          {(open) => <Nickname guild={open.guild} user={open.user} onClose={close} />}
        </Match>
        <Match when={only("kick")} keyed>
          {(open) => <Kick guild={open.guild} user={open.user} onClose={close} />}
        </Match>
        <Match when={only("ban")} keyed>
          {(open) => <Ban guild={open.guild} user={open.user} onClose={close} />}
        </Match>
        <Match when={only("timeout")} keyed>
          {(open) => <Timeout guild={open.guild} user={open.user} onClose={close} />}
        </Match>
        <Match when={only("report")} keyed>
          {(open) => (
            <Report
              guild={open.guild}
              user={open.user}
              channel={open.channel}
              message={open.message}
              onClose={close}
            />
          )}
        </Match>
        <Match when={only("edit-history")} keyed>
          {(open) => <EditHistory channel={open.channel} message={open.message} onClose={close} />}
        </Match>
        <Match when={only("leave-guild")} keyed>
          {(open) => <LeaveGuild guild={open.guild} onClose={close} />}
        </Match>
        <Match when={only("delete-channel")} keyed>
          {(open) => <DeleteChannel channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("new-conversation")} keyed>
          {(open) => <NewConversation group={open.group} onClose={close} />}
        </Match>
        <Match when={only("rename-group")} keyed>
          {(open) => <RenameGroup group={open.group} onClose={close} />}
        </Match>
        <Match when={only("forward")} keyed>
          {(open) => <Forward channel={open.channel} message={open.message} onClose={close} />}
        </Match>
        <Match when={only("follow")} keyed>
          {(open) => <Follow channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("events")} keyed>
          {(open) => <Events guild={open.guild} onClose={close} />}
        </Match>
        <Match when={only("edit-event")} keyed>
          {(open) => <EditEvent guild={open.guild} event={open.event} onClose={close} />}
        </Match>
        <Match when={only("start-thread")} keyed>
          {(open) => <StartThread channel={open.channel} message={open.message} onClose={close} />}
        </Match>
        <Match when={only("edit-thread")} keyed>
          {(open) => <EditThread thread={open.thread} onClose={close} />}
        </Match>
        <Match when={only("new-post")} keyed>
          {(open) => <NewPost forum={open.forum} onClose={close} />}
        </Match>
        <Match when={only("create-poll")} keyed>
          {(open) => <CreatePoll channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("alerts")} keyed>
          {(open) => <AlertDialog guild={open.guild} channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("guild-folder")} keyed>
          {(open) => <GuildFolderDialog folder={open.folder} onClose={close} />}
        </Match>
        <Match when={only("friend-nickname")} keyed>
          {(open) => <FriendNickname user={open.user} onClose={close} />}
        </Match>
        <Match when={only("answers")} keyed>
          {(open) => <Answers guild={open.guild} onClose={close} />}
        </Match>
        <Match when={only("arrive")} keyed>
          {(open) => <Arrive guild={open.guild} onClose={close} />}
        </Match>
        <Match when={only("check-connection")} keyed>
          {(open) => <CheckConnection start={open.start} onClose={close} />}
        </Match>
        <Match when={only("recordings")} keyed>
          {(open) => <RecordedCalls channel={open.channel} onClose={close} />}
        </Match>
        <Match when={only("status")}>
          <StatusDialog onClose={close} />
        </Match>
      </Switch>
    </Suspense>
  );
}
