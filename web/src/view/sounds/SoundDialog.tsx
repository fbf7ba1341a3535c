import Music from "lucide-solid/icons/music";
import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import type { BoardSound } from "~/api/voice";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { EmojiButton } from "../emoji/EmojiButton";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { expressionName } from "../settings/guild/ExpressionRow";

const NAME_MAX_CHARS = 32;

/** Adds a sound to a guild's soundboard, or changes what is said of one. */
export function SoundDialog(props: { guild: Id; sound?: BoardSound | undefined; onClose(): void }) {
  const app = useApp();
  const before = props.sound;
  const [file, choose] = createSignal<File>();
  const [form, change] = createStore({
    name: before?.name ?? "",
    emoji: before?.emoji_name ?? "",
    volume: before?.volume ?? 1,
  });
  let input!: HTMLInputElement;
  const submit = createSubmit(["name", "sound", "volume", "emoji_name"], async () => {
    const said = { name: form.name.trim(), volume: form.volume, emoji_name: form.emoji || null };
    const chosen = file();
    if (!said.name) submit.refuse({ name: t("refusal.required") });
    if (before) await app.api.voice.changeSound(props.guild, before.sound_id, said);
    else if (chosen) await app.api.voice.addSound(props.guild, { ...said, sound: await dataUri(chosen) });
    else submit.refuse({ sound: t("refusal.required") });
    props.onClose();
  });
  const chose = (chosen: File | undefined) => {
    if (!chosen) return;
    choose(chosen);
    if (!form.name) change({ name: expressionName(chosen).replaceAll("_", " ") });
  };
  return (
    <FormDialog
      title={t(before ? "sounds.editTitle" : "sounds.addTitle")}
      description={before ? undefined : t("sounds.addText")}
      submit={submit}
      submitLabel={t(before ? "common.save" : "sounds.add")}
      onClose={props.onClose}
    >
      <Show when={!before}>
        <div class="flex flex-col gap-1">
          <input
            ref={input}
            type="file"
            hidden
            accept="audio/mpeg,audio/ogg,audio/wav,.mp3,.ogg,.wav"
            aria-label={t("sounds.choose")}
            onChange={() => chose(input.files?.[0])}
          />
          <Button icon={<Music size={17} />} onClick={() => input.click()}>
            {file() ? t("sounds.chosen", { file: file()?.name ?? "" }) : t("sounds.choose")}
          </Button>
          <Show when={submit.error("sound")}>
            {(wrong) => (
              <p role="alert" class="text-sm text-danger">
                {wrong()}
              </p>
            )}
          </Show>
        </div>
      </Show>
      <div class="flex items-end gap-2">
        <EmojiButton label={t("sounds.emoji")} emoji={form.emoji} onPick={(emoji) => change({ emoji })}>
          <Music size={19} />
        </EmojiButton>
        <div class="flex-1 min-w-0">
          <TextInput
            label={t("sounds.name")}
            value={form.name}
            onValue={(name) => change({ name })}
            error={submit.error("name")}
            maxLength={NAME_MAX_CHARS}
            autocomplete="off"
          />
        </div>
      </div>
      <label class="flex flex-col gap-1 text-sm">
        {t("sounds.loudness", { percent: Math.round(form.volume * 100) })}
        <input
          type="range"
          min={0}
          max={100}
          value={Math.round(form.volume * 100)}
          onInput={(event) => change({ volume: event.currentTarget.valueAsNumber / 100 })}
        />
      </label>
    </FormDialog>
  );
}

const dataUri = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
