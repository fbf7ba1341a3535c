import { For } from "solid-js";

/** A text in which the found letters stand out. */
export function Highlight(props: { text: string; at: readonly number[] }) {
  const parts = () => {
    const found = new Set(props.at);
    const runs: { text: string; hit: boolean }[] = [];
    [...props.text.split("")].forEach((letter, index) => {
      const last = runs.at(-1);
      if (last && last.hit === found.has(index)) last.text += letter;
      else runs.push({ text: letter, hit: found.has(index) });
    });
    return runs;
  };
  return (
    <For each={parts()}>
      {(part) =>
        part.hit ? <mark class="bg-transparent text-accent font-bold">{part.text}</mark> : part.text
      }
    </For>
  );
}
