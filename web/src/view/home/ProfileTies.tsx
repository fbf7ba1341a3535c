import Ban from "lucide-solid/icons/ban";
import MessageCircle from "lucide-solid/icons/message-circle";
import UserPlus from "lucide-solid/icons/user-plus";
import { createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { RelationType } from "~/api/peopleTypes";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { TextArea } from "~/ui/TextArea";
import { createDeed } from "../form/createDeed";
import { talkTo } from "./conversationMenu";

const NOTE_MAX = 256;

/** What connects one with somebody: the ways to write, befriend and block, what is in common, and one's own note. */
export default function ProfileTies(props: { user: Id; bot: boolean; onLeave(): void }) {
  const app = useApp();
  const attempt = createDeed();
  const [profile] = createResource(
    () => props.user,
    (id) => app.api.people.profile(id).catch(() => undefined),
  );
  const [note, setNote] = createSignal(app.friends.note(props.user));
  const type = () => app.friends.of(props.user)?.type;
  const guilds = () => (profile()?.mutual_guilds ?? []).flatMap((one) => app.guilds.of(one.id) ?? []);
  const friends = () => profile()?.mutual_friends ?? [];
  const saveNote = () => {
    if (note().trim() !== app.friends.note(props.user))
      attempt(app.api.people.note(props.user, note().trim()));
  };
  const message = () =>
    attempt(
      talkTo(app, props.user).then(() => {
        props.onLeave();
      }),
    );
  return (
    <>
      <div class="flex gap-2">
        <Show when={type() !== RelationType.blocked}>
          <Button class="flex-1" icon={<MessageCircle size={16} />} onClick={message}>
            {t("home.message")}
          </Button>
        </Show>
        <Switch>
          <Match when={type() === RelationType.blocked}>
            <Button class="flex-1" kind="secondary" onClick={() => attempt(app.api.people.part(props.user))}>
              {t("home.unblock")}
            </Button>
          </Match>
          <Match when={!props.bot && (type() === undefined || type() === RelationType.incoming)}>
            <IconButton
              label={t(type() === undefined ? "home.ask" : "home.accept")}
              onClick={() => attempt(app.api.people.befriend(props.user))}
            >
              <UserPlus size={18} />
            </IconButton>
          </Match>
        </Switch>
        <Show when={type() !== RelationType.blocked}>
          <IconButton label={t("home.block")} onClick={() => attempt(app.api.people.block(props.user))}>
            <Ban size={18} />
          </IconButton>
        </Show>
      </div>
      <Show when={guilds().length}>
        <section class="flex flex-col gap-1.5">
          <h3 class="eyebrow">{t("home.mutualGuilds")}</h3>
          <ul class="flex flex-wrap gap-1.5">
            <For each={guilds()}>
              {(guild) => <li class="px-2 py-0.5 rounded-sm bg-bg-2 text-sm">{guild.name}</li>}
            </For>
          </ul>
        </section>
      </Show>
      <Show when={friends().length}>
        <section class="flex flex-col gap-1.5">
          <h3 class="eyebrow">{t("home.mutualFriends")}</h3>
          <ul class="flex flex-wrap gap-1.5">
            <For each={friends()}>
              {(user) => (
                <li class="flex items-center gap-1.5 text-sm">
                  <Avatar id={user.id} name={displayName(user) ?? ""} src={avatarUrl(user)} size={20} />
                  {displayName(user)}
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
      <div onFocusOut={saveNote}>
        <TextArea
          label={t("home.note")}
          hint={t("home.noteHint")}
          value={note()}
          onValue={setNote}
          maxLength={NOTE_MAX}
          rows={2}
        />
      </div>
    </>
  );
}
