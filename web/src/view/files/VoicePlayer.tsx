import Pause from "lucide-solid/icons/pause";
import Play from "lucide-solid/icons/play";
import { createSignal, For } from "solid-js";
import type { Attachment } from "~/api/types";
import { t } from "~/i18n";
import { IconButton } from "~/ui/IconButton";
import { addressOf, clockText } from "./address";

const BARS = 48;

/** A voice message: its waveform, which is also where one jumps to. */
export default function VoicePlayer(props: { file: Attachment }) {
  const [playing, setPlaying] = createSignal(false);
  const [at, setAt] = createSignal(0);
  const length = () => props.file.duration_secs ?? 0;
  const bars = () => barsOf(props.file.waveform ?? "");
  let audio!: HTMLAudioElement;
  const jump = (share: number) => {
    audio.currentTime = share * length();
    setAt(audio.currentTime);
  };
  return (
    <div class="flex items-center gap-2 w-90 max-w-full h-13 px-2 rounded-full bg-bg-1 border border-line">
      {/* biome-ignore lint/a11y/useMediaCaption: it is speech */}
      <audio
        ref={audio}
        preload="none"
        src={addressOf(props.file.url)}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setAt(0)}
        onTimeUpdate={() => setAt(audio.currentTime)}
      />
      <IconButton
        class="rounded-full! bg-accent! text-accent-fg!"
        label={t(playing() ? "files.pause" : "files.play")}
        onClick={() => void (playing() ? audio.pause() : audio.play())}
      >
        {playing() ? <Pause size={17} /> : <Play size={17} />}
      </IconButton>
      <div class="relative flex-1 flex items-center gap-px h-8">
        <For each={bars()}>
          {(height, index) => (
            <span
              class="flex-1 rounded-full"
              classList={{
                "bg-accent": index() / BARS <= at() / Math.max(0.1, length()),
                "bg-line-strong": index() / BARS > at() / Math.max(0.1, length()),
              }}
              style={{ height: `${Math.max(8, height * 100)}%` }}
            />
          )}
        </For>
        <input
          type="range"
          class="absolute inset-0 op-0 cursor-pointer"
          aria-label={t("files.position")}
          min="0"
          max="1000"
          value={length() ? Math.round((at() / length()) * 1000) : 0}
          onInput={(event) => jump(Number(event.currentTarget.value) / 1000)}
        />
      </div>
      <span class="text-xs tabular-nums text-fg-2 w-10 text-end">
        {clockText(playing() || at() ? at() : length())}
      </span>
    </div>
  );
}

/** The waveform's samples, gathered into as many bars as there is room for. */
function barsOf(waveform: string): number[] {
  let samples: number[];
  try {
    samples = [...atob(waveform)].map((c) => c.charCodeAt(0) / 255);
  } catch {
    samples = [];
  }
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * samples.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * samples.length) / BARS));
    return Math.max(0, ...samples.slice(from, to));
  });
}
