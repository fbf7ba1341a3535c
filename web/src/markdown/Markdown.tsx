import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from "solid-js";
import { Dynamic } from "solid-js/web";
import { CodeBlock } from "./CodeBlock";
import { isJumbo, parse } from "./parse";
import type { Block, Inline } from "./tree";

/** How the text's references look here: they need names, colours and clicks that only the caller knows. */
export interface References {
  user(id: string): JSX.Element;
  role(id: string): JSX.Element;
  channel(id: string): JSX.Element;
  everyone(text: string): JSX.Element;
  time(seconds: number, style: string): JSX.Element;
  /** The name of the button that uncovers a spoiler. */
  spoilerLabel: string;
}

/** A message's text as elements. Nothing is ever set as HTML. */
export function Markdown(props: { text: string; references: References }) {
  const blocks = createMemo(() => parse(props.text));
  return (
    <div class="md" classList={{ "md-jumbo": isJumbo(props.text) }} dir="auto">
      <Blocks blocks={blocks()} references={props.references} />
    </div>
  );
}

/** As Markdown, on one line: for reply previews and the like. */
export function MarkdownLine(props: { text: string; references: References }) {
  const nodes = createMemo(() => parse(props.text).flatMap(flatten));
  return <Inlines nodes={nodes()} references={props.references} />;
}

function flatten(block: Block): Inline[] {
  const space: Inline = { is: "text", text: " " };
  if (block.is === "fence") return [{ is: "code", text: block.text }, space];
  if (block.is === "quote") return block.blocks.flatMap(flatten);
  if (block.is === "list") return block.items.flat().flatMap(flatten);
  return [...block.children.map((node) => (node.is === "break" ? space : node)), space];
}

function Blocks(props: { blocks: Block[]; references: References }) {
  return <For each={props.blocks}>{(block) => <OneBlock block={block} references={props.references} />}</For>;
}

function OneBlock(props: { block: Block; references: References }): JSX.Element {
  switch (props.block.is) {
    case "paragraph":
      return (
        <p>
          <Inlines nodes={props.block.children} references={props.references} />
        </p>
      );
    case "heading":
      // Below the page's own headings, so that a message cannot disturb the outline.
      return (
        <Dynamic component={`h${props.block.level + 3}`} data-level={props.block.level}>
          <Inlines nodes={props.block.children} references={props.references} />
        </Dynamic>
      );
    case "subtext":
      return (
        <p class="md-subtext">
          <Inlines nodes={props.block.children} references={props.references} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={props.block.blocks} references={props.references} />
        </blockquote>
      );
    case "fence":
      return <CodeBlock text={props.block.text} language={props.block.language} />;
    case "list":
      return (
        <Dynamic
          component={props.block.ordered ? "ol" : "ul"}
          start={props.block.ordered ? props.block.start : undefined}
        >
          <For each={props.block.items}>
            {(item) => (
              <li>
                <Blocks blocks={item} references={props.references} />
              </li>
            )}
          </For>
        </Dynamic>
      );
  }
}

function Inlines(props: { nodes: Inline[]; references: References }) {
  return <For each={props.nodes}>{(node) => <OneInline node={node} references={props.references} />}</For>;
}

function OneInline(props: { node: Inline; references: References }): JSX.Element {
  switch (props.node.is) {
    case "text":
      return props.node.text;
    case "break":
      return <br />;
    case "code":
      return <code>{props.node.text}</code>;
    case "strong":
    case "em":
      return (
        <Dynamic component={props.node.is}>
          <Inlines nodes={props.node.children} references={props.references} />
        </Dynamic>
      );
    case "underline":
      return (
        <u>
          <Inlines nodes={props.node.children} references={props.references} />
        </u>
      );
    case "strike":
      return (
        <s>
          <Inlines nodes={props.node.children} references={props.references} />
        </s>
      );
    case "spoiler":
      return (
        <Spoiler label={props.references.spoilerLabel}>
          <Inlines nodes={props.node.children} references={props.references} />
        </Spoiler>
      );
    case "link":
      return (
        <a
          href={props.node.href}
          title={props.node.masked ? props.node.href : undefined}
          target="_blank"
          rel="noopener noreferrer nofollow ugc"
        >
          <Inlines nodes={props.node.children} references={props.references} />
        </a>
      );
    case "emoji":
      return (
        <img
          class="md-emoji"
          src={`/cdn/emojis/${props.node.id}.${props.node.animated ? "gif" : "webp"}?size=64`}
          alt={`:${props.node.name}:`}
          title={`:${props.node.name}:`}
          loading="lazy"
        />
      );
    case "user":
    case "role":
    case "channel":
      return props.references[props.node.is](props.node.id);
    case "everyone":
      return props.references.everyone(props.node.text);
    case "time":
      return props.references.time(props.node.seconds, props.node.style);
  }
}

function Spoiler(props: { label: string; children: JSX.Element }) {
  const [open, setOpen] = createSignal(false);
  return (
    <Switch>
      <Match when={open()}>
        <span class="md-spoiler-open">{props.children}</span>
      </Match>
      <Match when={!open()}>
        <button type="button" class="md-spoiler" aria-label={props.label} onClick={() => setOpen(true)}>
          <span inert aria-hidden="true">
            <Show when>{props.children}</Show>
          </span>
        </button>
      </Match>
    </Switch>
  );
}
