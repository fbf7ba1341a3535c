import { createSignal, type JSX, lazy, Show, Suspense } from "solid-js";
import { IconButton } from "~/ui/IconButton";

const EmojiPicker = lazy(() => import("./EmojiPicker"));

/** Chooses one of Unicode's emoji, for where a community's own have no place. The children stand for none. */
export function EmojiButton(props: {
  label: string;
  emoji: string;
  onPick(emoji: string): void;
  children: JSX.Element;
}) {
  const [picking, pick] = createSignal<HTMLElement>();
  return (
    <>
      <IconButton
        label={props.label}
        class="w-11! h-11! border border-line-strong"
        aria-haspopup="dialog"
        onClick={(event) => pick(event.currentTarget)}
      >
        <Show when={props.emoji} fallback={props.children}>
          <span class="text-xl leading-none">{props.emoji}</span>
        </Show>
      </IconButton>
      <Show when={picking()}>
        {(anchor) => (
          <Suspense>
            <EmojiPicker
              anchor={anchor()}
              onPick={(emoji, own) => {
                if (!own) props.onPick(emoji);
                pick(undefined);
              }}
              onClose={() => pick(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </>
  );
}
