import Pencil from "lucide-solid/icons/pencil";
import Play from "lucide-solid/icons/play";
import Trash from "lucide-solid/icons/trash";
import { createSignal, For, onCleanup, Show } from "solid-js";
import { soundUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import type { BoardSound } from "~/api/voice";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { createDeed } from "../form/createDeed";
import { Part } from "../settings/PageHeader";
import { SoundDialog } from "./SoundDialog";
import { SoundFace } from "./SoundFace";

/** The sounds of a guild: adding, listening, changing, taking away. */
export function SoundsPart(props: { guild: Id }) {
  const app = useApp();
  const attempt = createDeed();
  const [open, setOpen] = createSignal<{ sound?: BoardSound }>();
  let heard: HTMLAudioElement | undefined;
  const listen = (sound: BoardSound) => {
    heard?.pause();
    heard = new Audio(soundUrl(sound.sound_id));
    heard.volume = sound.volume;
    void heard.play().catch(() => undefined);
  };
  onCleanup(() => heard?.pause());
  return (
    <Part title={t("sounds.board")} text={t("sounds.boardText")}>
      <div>
        <Button onClick={() => setOpen({})}>{t("sounds.add")}</Button>
      </div>
      <ul class="flex flex-col divide-y divide-line">
        <For each={app.sounds.of(props.guild)}>
          {(sound) => (
            <li class="flex items-center gap-2 py-2">
              <SoundFace sound={sound} />
              <bdi class="flex-1 min-w-0 ms-1 truncate">{sound.name}</bdi>
              <IconButton label={t("sounds.play", { name: sound.name })} onClick={() => listen(sound)}>
                <Play size={17} />
              </IconButton>
              <IconButton label={t("sounds.edit", { name: sound.name })} onClick={() => setOpen({ sound })}>
                <Pencil size={17} />
              </IconButton>
              <IconButton
                danger
                label={t("sounds.remove", { name: sound.name })}
                onClick={() => attempt(app.api.voice.removeSound(props.guild, sound.sound_id))}
              >
                <Trash size={17} />
              </IconButton>
            </li>
          )}
        </For>
      </ul>
      <Show when={open()} keyed>
        {(what) => <SoundDialog guild={props.guild} sound={what.sound} onClose={() => setOpen(undefined)} />}
      </Show>
    </Part>
  );
}
