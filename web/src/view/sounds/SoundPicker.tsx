import { createMemo, createSignal, For, Show } from "solid-js";
import type { BoardSound } from "~/api/voice";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { Popover } from "~/ui/Popover";
import { TextInput } from "~/ui/TextInput";
import { createDeed } from "../form/createDeed";
import { SoundFace } from "./SoundFace";

interface PickerProps {
  place: CallPlace;
  anchor: HTMLElement;
  onClose(): void;
}

/** The sounds that one may play to the others in the call: the guild's, everybody's, and those of one's other guilds. */
export default function SoundPicker(props: PickerProps) {
  const app = useApp();
  const attempt = createDeed();
  const [word, setWord] = createSignal("");
  void app.sounds.loadStandard();
  const boards = createMemo(() => {
    const own = app.guilds.of(props.place.guild);
    const others = app.rights.mayIn("useExternalSounds", props.place.channel)
      ? app.guilds.all().filter((guild) => guild.id !== props.place.guild)
      : [];
    return [
      { title: own?.name ?? "", sounds: app.sounds.of(props.place.guild) },
      { title: t("sounds.standard"), sounds: app.sounds.standard() },
      ...others.map((guild) => ({ title: guild.name, sounds: app.sounds.of(guild.id) })),
    ]
      .map((board) => ({ ...board, sounds: board.sounds.filter((sound) => fits(sound, word())) }))
      .filter((board) => board.sounds.length > 0);
  });
  const play = (sound: BoardSound) => attempt(app.api.voice.playSound(props.place.channel, sound));
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("sounds.board")}
      role="dialog"
      class="flex flex-col w-90 max-w-[95vw] max-h-110 p-3 gap-3"
      onClose={props.onClose}
    >
      <TextInput
        label={t("sounds.find")}
        value={word()}
        onValue={setWord}
        autocomplete="off"
        autofocus
        maxLength={32}
      />
      <div class="flex flex-col gap-3 min-h-0 overflow-y-auto">
        <For each={boards()} fallback={<p class="text-sm text-fg-2">{t("sounds.none")}</p>}>
          {(board) => (
            <section>
              <h2 class="mb-1.5 text-xs font-semibold text-fg-2 truncate">
                <bdi>{board.title}</bdi>
              </h2>
              <ul class="grid grid-cols-2 gap-1.5">
                <For each={board.sounds}>
                  {(sound) => (
                    <li>
                      <button
                        type="button"
                        aria-label={t("sounds.play", { name: sound.name })}
                        class="flex items-center gap-2 w-full min-h-10 px-2.5 rounded-sm bg-bg-3 text-sm text-start cursor-pointer hover:bg-bg-active"
                        onClick={() => play(sound)}
                      >
                        <SoundFace sound={sound} />
                        <bdi class="truncate">{sound.name}</bdi>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
      <Show when={app.call.place()}>
        <label class="flex items-center gap-3 shrink-0 text-sm text-fg-2">
          <span>{t("sounds.volume")}</span>
          <input
            type="range"
            class="flex-1 min-w-0"
            min={0}
            max={100}
            value={Math.round(app.call.settings.values.soundVolume * 100)}
            onInput={(event) =>
              app.call.settings.save({ soundVolume: event.currentTarget.valueAsNumber / 100 })
            }
          />
        </label>
      </Show>
    </Popover>
  );
}

const fits = (sound: BoardSound, word: string) =>
  sound.name.toLowerCase().includes(word.trim().toLowerCase());
