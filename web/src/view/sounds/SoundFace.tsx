import Music from "lucide-solid/icons/music";
import { Match, Switch } from "solid-js";
import { emojiUrl } from "~/api/cdn";
import type { BoardSound } from "~/api/voice";

/** What a sound looks like. */
export function SoundFace(props: { sound: Pick<BoardSound, "emoji_id" | "emoji_name"> }) {
  return (
    <span class="inline-flex justify-center shrink-0 w-5 leading-none" aria-hidden="true">
      <Switch fallback={<Music size={17} />}>
        <Match when={props.sound.emoji_id}>
          {(id) => <img src={emojiUrl({ id: id(), name: null })} alt="" class="w-5 h-5 object-contain" />}
        </Match>
        <Match when={props.sound.emoji_name}>{(emoji) => <span class="text-lg">{emoji()}</span>}</Match>
      </Switch>
    </span>
  );
}
