import UserMinus from "lucide-solid/icons/user-minus";
import { createResource, createSignal, For, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Channel, Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../form/createAttempt";

const FOUND_MAX = 5;

/** Who is in a thread; more people can be added by name. */
export default function ThreadPeople(props: { anchor: HTMLElement; thread: Channel; onClose(): void }) {
  const app = useApp();
  const { attempt } = createAttempt();
  const guild = () => props.thread.guild_id ?? "";
  const [people, { refetch }] = createResource(() => app.api.threads.members(props.thread.id));
  const [sought, seek] = createSignal("");
  const inside = () => new Set(people()?.map((one) => one.user_id));
  const nameOf = (user: Id) => app.members.name(guild(), user);
  const found = () => {
    const begin = sought().trim().toLowerCase();
    if (!begin) return [];
    return app.members
      .inGuild(guild())
      .filter((one) => !inside().has(one.user.id) && nameOf(one.user.id).toLowerCase().includes(begin))
      .slice(0, FOUND_MAX);
  };
  const add = (user: Id) =>
    attempt(async () => {
      await app.api.threads.add(props.thread.id, user);
      seek("");
      await refetch();
    });
  const expel = (user: Id) =>
    attempt(async () => {
      await app.api.threads.expel(props.thread.id, user);
      await refetch();
    });
  const mayExpel = (user: Id) =>
    user !== app.session.me()?.id && app.rights.mayIn("manageThreads", props.thread.id);
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("thread.people")}
      class="w-80 p-3"
      onClose={props.onClose}
    >
      <h2 class="title-sm px-1 pb-2">{t("thread.people")}</h2>
      <Show when={!props.thread.thread_metadata?.archived}>
        <TextInput label={t("thread.addPerson")} value={sought()} onValue={seek} autocomplete="off" />
        <ul class="flex flex-col mt-1">
          <For each={found()}>
            {(one) => (
              <li>
                <button
                  type="button"
                  class="flex items-center gap-2 w-full px-1 py-1.5 rounded-sm text-sm cursor-pointer hover:bg-bg-hover"
                  onClick={() => void add(one.user.id)}
                >
                  <Avatar id={one.user.id} name={nameOf(one.user.id)} src={avatarUrl(one.user)} size={24} />
                  <bdi>{nameOf(one.user.id)}</bdi>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={!people.loading} fallback={<Spinner label={t("common.loading")} />}>
        <ul class="flex flex-col gap-0.5 mt-2 max-h-80 overflow-y-auto">
          <For each={people.error ? [] : people()}>
            {(one) => (
              <li class="flex items-center gap-2 px-1 py-1 text-sm">
                <Avatar
                  id={one.user_id}
                  name={one.member ? nameOf(one.user_id) : ""}
                  src={one.member && avatarUrl(one.member.user)}
                  size={24}
                />
                <bdi class="flex-1 min-w-0 truncate">{nameOf(one.user_id)}</bdi>
                <Show when={mayExpel(one.user_id)}>
                  <IconButton
                    size="sm"
                    label={t("thread.removePerson", { name: nameOf(one.user_id) })}
                    onClick={() => void expel(one.user_id)}
                  >
                    <UserMinus size={15} />
                  </IconButton>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Popover>
  );
}
