import { createEffect, createSignal, For, Show } from "solid-js";
import type { Piece } from "./grammar";

/** The grammars are a file of their own, fetched when somebody first reads code of a named language. */
const coloured = async (text: string, language: string) => (await import("./grammar")).colour(text, language);

/** Code as it was typed; coloured as soon as its language is known, without moving anything. */
export function CodeBlock(props: { text: string; language: string }) {
  const [pieces, show] = createSignal<Piece[]>();
  createEffect(() => {
    const text = props.text;
    const language = props.language;
    show(undefined);
    if (language)
      void coloured(text, language)
        .then((found) => text === props.text && show(found))
        .catch(() => undefined);
  });
  return (
    <pre tabindex="0" data-language={props.language}>
      <code>
        <Show when={pieces()} fallback={props.text}>
          {(found) => <For each={found()}>{(piece) => <span data-code={piece.is}>{piece.text}</span>}</For>}
        </Show>
      </code>
    </pre>
  );
}
