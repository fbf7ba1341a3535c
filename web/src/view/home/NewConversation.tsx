import { createMemo, createSignal, For } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Id, User } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { talkTo } from "./conversationMenu";

const PEOPLE_MAX = 9;

/** Chooses whom to talk with: one is a conversation, several are a group; or whom to bring into a group. */
export function NewConversation(props: { group?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const [wanted, setWanted] = createSignal("");
  const [chosen, choose] = createSignal<Id[]>([]);
  const there = () => new Set((app.channels.of(props.group)?.recipients ?? []).map((user) => user.id));
  const room = () => PEOPLE_MAX - there().size;
  const people = createMemo((): User[] => {
    const text = wanted().trim().toLowerCase();
    return app.friends
      .friends()
      .map((one) => app.members.user(one.id) ?? one.user)
      .filter((user) => !there().has(user.id))
      .filter((user) => `${user.username} ${user.global_name ?? ""}`.toLowerCase().includes(text));
  });
  const toggle = (id: Id) =>
    choose((all) => (all.includes(id) ? all.filter((one) => one !== id) : [...all, id].slice(0, room())));
  const submit = createSubmit(["recipients"], async () => {
    const [first, ...more] = chosen();
    if (!first) return;
    if (props.group) for (const id of chosen()) await app.api.people.add(props.group, id);
    else if (more.length === 0) await talkTo(app, first);
    else {
      const channel = await app.api.people.gather(chosen());
      app.apply({ t: "CHANNEL_CREATE", d: channel });
      app.router.go({ at: "channel", guild: HOME, channel: channel.id });
    }
    props.onClose();
  });
  return (
    <FormDialog
      title={t(props.group ? "home.addPeople" : "home.start")}
      description={t("home.choose", { count: room() })}
      submit={submit}
      submitLabel={t(props.group ? "home.addPeople" : "home.begin")}
      ready={chosen().length > 0}
      onClose={props.onClose}
    >
      <TextInput label={t("home.people")} value={wanted()} onValue={setWanted} autocomplete="off" autofocus />
      <ul class="flex flex-col max-h-72 overflow-y-auto" aria-label={t("home.people")}>
        <For each={people()} fallback={<li class="py-4 text-sm text-fg-2">{t("home.nobody")}</li>}>
          {(user) => (
            <li>
              <label class="flex items-center gap-3 min-h-11 px-2 rounded-sm cursor-pointer hover:bg-bg-hover">
                <Avatar id={user.id} name={displayName(user) ?? ""} src={avatarUrl(user)} size={30} />
                <bdi class="flex-1 min-w-0 truncate text-sm font-medium">{displayName(user)}</bdi>
                <span class="text-xs text-fg-2">@{user.username}</span>
                <input
                  type="checkbox"
                  class="w-4.5 h-4.5 accent-[var(--accent)]"
                  checked={chosen().includes(user.id)}
                  onChange={() => toggle(user.id)}
                />
              </label>
            </li>
          )}
        </For>
      </ul>
    </FormDialog>
  );
}
