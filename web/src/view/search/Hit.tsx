import { For, type JSX } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Id, Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { when } from "../channel/times";
import { NameColour } from "../NameColour";
import { readable } from "./readable";

/** A message that was found: who, where, when, and its text with the words marked. */
export function Hit(props: {
  message: Message;
  places: readonly (readonly [number, number])[];
  guild: Id;
  onGo(): void;
  aside?: JSX.Element;
}) {
  const app = useApp();
  const author = () => props.message.author;
  const name = () => app.members.name(props.guild, author().id, author());
  const parts = () => {
    const text = props.message.content;
    const runs: { text: string; hit: boolean }[] = [];
    let at = 0;
    for (const [from, to] of props.places) {
      if (from < at) continue;
      runs.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
      at = to;
    }
    return [...runs, { text: text.slice(at), hit: false }];
  };
  return (
    <li class="flex items-start gap-1">
      <button
        type="button"
        class="flex flex-col gap-1 flex-1 min-w-0 p-3 rounded-md bg-bg-2 border border-line text-start cursor-pointer hover:bg-bg-hover"
        onClick={() => props.onGo()}
      >
        <span class="sr-only">{t("search.jump", { name: name() })}</span>
        <span class="flex items-center gap-2 min-w-0">
          <Avatar id={author().id} name={name()} src={avatarUrl(author())} size={22} />
          <NameColour guild={props.guild} user={author().id} class="text-sm font-semibold truncate">
            {name()}
          </NameColour>
          <span class="text-xs text-fg-2 truncate">{app.channels.of(props.message.channel_id)?.name}</span>
          <span class="text-xs text-fg-2 ms-auto shrink-0">{when(props.message.timestamp)}</span>
        </span>
        <span class="text-sm break-words whitespace-pre-wrap line-clamp-6" dir="auto">
          <For each={parts()}>
            {(part) =>
              part.hit ? (
                <mark class="rounded-[3px] bg-accent-soft text-fg-0 font-semibold">{part.text}</mark>
              ) : (
                readable(app, props.guild, part.text)
              )
            }
          </For>
        </span>
      </button>
      {props.aside}
    </li>
  );
}
