import FileDown from "lucide-solid/icons/file-down";
import { For, Match, Show, Switch } from "solid-js";
import { type Component, ComponentType } from "~/api/components";
import type { Message } from "~/api/types";
import { safeHref } from "~/markdown/links";
import { Markdown } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { useConversation } from "../channel/conversation";
import { makeReferences } from "../channel/references";
import { ButtonComponent } from "./ButtonComponent";
import { SelectComponent } from "./SelectComponent";

/** What an application put under its message, or what the message consists of. */
export default function Components(props: { message: Message; list: Component[] }) {
  return (
    <div class="flex flex-col gap-2 mt-1.5 max-w-150">
      <For each={props.list}>{(one) => <One message={props.message} it={one} />}</For>
    </div>
  );
}

function One(props: { message: Message; it: Component }) {
  const is = (type: number) => props.it.type === type;
  return (
    <Switch>
      <Match when={is(ComponentType.row)}>
        <div class="flex flex-wrap gap-2">
          <For each={props.it.components}>{(inner) => <One message={props.message} it={inner} />}</For>
        </div>
      </Match>
      <Match when={is(ComponentType.button)}>
        <ButtonComponent message={props.message} it={props.it} />
      </Match>
      <Match
        when={props.it.type >= ComponentType.stringSelect && props.it.type <= ComponentType.channelSelect}
      >
        <SelectComponent message={props.message} it={props.it} />
      </Match>
      <Match when={is(ComponentType.text)}>
        <Words text={props.it.content ?? ""} />
      </Match>
      <Match when={is(ComponentType.section)}>
        <div class="flex items-start gap-3">
          <div class="flex-1 min-w-0 flex flex-col gap-1">
            <For each={props.it.components}>{(inner) => <One message={props.message} it={inner} />}</For>
          </div>
          <Show when={props.it.accessory}>{(side) => <One message={props.message} it={side()} />}</Show>
        </div>
      </Match>
      <Match when={is(ComponentType.thumbnail)}>
        <Picture url={props.it.media?.url} text={props.it.description} small />
      </Match>
      <Match when={is(ComponentType.gallery)}>
        <div class="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-1.5">
          <For each={props.it.items}>
            {(item) => <Picture url={item.media.url} text={item.description} />}
          </For>
        </div>
      </Match>
      <Match when={is(ComponentType.file) && safeHref(props.it.file?.url ?? "")}>
        {(url) => (
          <a class="btn btn-secondary btn-sm self-start" href={url()} download="">
            <FileDown size={15} aria-hidden="true" />
            {props.it.name ?? fileName(url())}
          </a>
        )}
      </Match>
      <Match when={is(ComponentType.separator)}>
        <hr
          class="border-0"
          classList={{
            "border-t! border-line": props.it.divider !== false,
            "my-1": props.it.spacing !== 2,
            "my-3": props.it.spacing === 2,
          }}
        />
      </Match>
      <Match when={is(ComponentType.container)}>
        <div
          class="card flex flex-col gap-2 p-3.5 border-s-4"
          style={{ "border-inline-start-color": colour(props.it.accent_color) }}
        >
          <For each={props.it.components}>{(inner) => <One message={props.message} it={inner} />}</For>
        </div>
      </Match>
    </Switch>
  );
}

function Words(props: { text: string }) {
  const references = makeReferences(useApp(), useConversation().guild().id);
  return (
    <div class="message-text">
      <Markdown text={props.text} references={references} />
    </div>
  );
}

function Picture(props: { url: string | undefined; text: string | undefined; small?: boolean }) {
  return (
    <Show when={props.url && safeHref(props.url)}>
      {(url) => (
        <img
          src={url()}
          alt={props.text ?? ""}
          loading="lazy"
          class="rounded-md object-cover bg-bg-3"
          classList={{ "w-20 h-20 shrink-0": props.small === true, "w-full max-h-80": !props.small }}
        />
      )}
    </Show>
  );
}

const fileName = (url: string) => decodeURIComponent(url.split(/[?#]/)[0]?.split("/").at(-1) ?? "");

const colour = (number: number | null | undefined) =>
  number === null || number === undefined ? "var(--line-strong)" : `#${number.toString(16).padStart(6, "0")}`;
