import { For, type JSX, Match, Show, Switch } from "solid-js";
import type { Embed } from "~/api/embedTypes";
import type { Message } from "~/api/types";
import { safeHref, withoutReordering } from "~/markdown/links";
import { Markdown, MarkdownLine, type References } from "~/markdown/Markdown";
import { useApp } from "~/state/app";
import { useConversation } from "../conversation";
import { makeReferences } from "../references";
import { fullTime } from "../times";
import { Caught } from "./Caught";
import { Picture } from "./Picture";
import { suppressed, throughServer } from "./shown";

/** What stands under the words of a message: embeds of bots, and previews of links. */
export function Embeds(props: { message: Message }) {
  const app = useApp();
  const references = makeReferences(app, useConversation().guild().id);
  return (
    <Show when={props.message.embeds.length > 0 && !suppressed(props.message)}>
      <div class="flex flex-col items-start gap-1 mt-1">
        <For each={props.message.embeds}>
          {(embed) => (
            <Switch fallback={<Card embed={embed} references={references} />}>
              <Match when={embed.type?.startsWith("auto_moderation_")}>
                <Caught embed={embed} />
              </Match>
              <Match when={embed.type === "image" && embed.thumbnail}>
                {(picture) => <Picture picture={picture()} href={embed.url} maxWidth={400} maxHeight={300} />}
              </Match>
            </Switch>
          )}
        </For>
      </div>
    </Show>
  );
}

function Card(props: { embed: Embed; references: References }) {
  const line = () =>
    props.embed.color === undefined
      ? "var(--line-strong)"
      : `#${props.embed.color.toString(16).padStart(6, "0")}`;
  const small = () => props.embed.thumbnail && !props.embed.image && props.embed.type !== "article";
  const wide = () => props.embed.image ?? (small() ? undefined : props.embed.thumbnail);
  return (
    <article
      class="grid grid-cols-[1fr_auto] gap-x-4 max-w-130 min-w-0 ps-3 pe-4 py-3 rounded-md border border-line border-s-4! bg-bg-1 text-sm leading-5.5"
      style={{ "border-inline-start-color": line() }}
    >
      <div class="flex flex-col gap-1.5 min-w-0 break-words">
        <Show when={props.embed.provider?.name}>{(name) => <p class="text-xs text-fg-2">{name()}</p>}</Show>
        <Show when={props.embed.author}>
          {(author) => (
            <p class="flex items-center gap-2 font-semibold">
              <Icon src={author().proxy_icon_url} />
              <Words text={author().name} href={author().url} />
            </p>
          )}
        </Show>
        <Show when={props.embed.title}>
          {(title) => (
            <h4 class="title-sm">
              <Named href={props.embed.url}>
                <MarkdownLine text={title()} references={props.references} />
              </Named>
            </h4>
          )}
        </Show>
        <Show when={props.embed.description}>
          {(text) => (
            <div class="text-fg-1">
              <Markdown text={text()} references={props.references} />
            </div>
          )}
        </Show>
        <Show when={props.embed.fields?.length}>
          <dl class="grid grid-cols-3 max-md:grid-cols-1 gap-x-4 gap-y-2 mt-1">
            <For each={props.embed.fields}>
              {(field) => (
                <div class="min-w-0" classList={{ "col-span-full": !field.inline }}>
                  <dt class="font-semibold">
                    <MarkdownLine text={field.name} references={props.references} />
                  </dt>
                  <dd class="text-fg-1">
                    <Markdown text={field.value} references={props.references} />
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </Show>
      </div>
      <Show when={small() && props.embed.thumbnail}>
        {(picture) => <Picture picture={picture()} href={props.embed.url} maxWidth={80} maxHeight={80} />}
      </Show>
      <Show when={wide()}>
        {(picture) => (
          <div class="col-span-full mt-3">
            <Picture picture={picture()} href={props.embed.url} maxWidth={480} maxHeight={320} />
          </div>
        )}
      </Show>
      <Show when={props.embed.footer || props.embed.timestamp}>
        <footer class="col-span-full flex items-center gap-2 mt-2 text-xs text-fg-2">
          <Icon src={props.embed.footer?.proxy_icon_url} />
          <span>
            {withoutReordering(props.embed.footer?.text ?? "")}
            <Show when={props.embed.footer && props.embed.timestamp}> · </Show>
            <Show when={props.embed.timestamp}>{(at) => <time datetime={at()}>{fullTime(at())}</time>}</Show>
          </span>
        </footer>
      </Show>
    </article>
  );
}

function Icon(props: { src: string | undefined }) {
  return (
    <Show when={throughServer(props.src)}>
      {(src) => <img src={src()} alt="" width={20} height={20} loading="lazy" class="rounded-full w-5 h-5" />}
    </Show>
  );
}

const Words = (props: { text: string; href: string | undefined }) => (
  <Named href={props.href}>{withoutReordering(props.text)}</Named>
);

function Named(props: { href: string | undefined; children: JSX.Element }) {
  return (
    <Show when={props.href && safeHref(props.href)} fallback={<bdi>{props.children}</bdi>}>
      {(href) => (
        <a
          class="text-accent hover:underline"
          href={href()}
          target="_blank"
          rel="noopener noreferrer nofollow"
        >
          <bdi>{props.children}</bdi>
        </a>
      )}
    </Show>
  );
}
