import SendHorizontal from "lucide-solid/icons/send-horizontal";
import Trash from "lucide-solid/icons/trash";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { clockText } from "./address";

const SAMPLE_MS = 100;
const SAMPLES_MAX = 256;
const LONGEST_S = 20 * 60;

/** Records the microphone from the moment it is shown, with the loudness that becomes the waveform. */
export default function VoiceRecorder(props: { channel: Id; onDone: () => void }) {
  const app = useApp();
  const [seconds, setSeconds] = createSignal(0);
  const [level, setLevel] = createSignal(0);
  const [refused, setRefused] = createSignal(false);
  const levels: number[] = [];
  const pieces: Blob[] = [];
  let recorder: MediaRecorder | undefined;
  let stream: MediaStream | undefined;
  let context: AudioContext | undefined;
  let timer = 0;

  const begin = async () => {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      setRefused(true);
      return;
    }
    context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Uint8Array(analyser.fftSize);
    recorder = new MediaRecorder(stream);
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.start(1000);
    const began = performance.now();
    timer = window.setInterval(() => {
      analyser.getByteTimeDomainData(samples);
      const loud = Math.min(1, (Math.max(...samples.map((one) => Math.abs(one - 128))) / 128) * 1.6);
      levels.push(loud);
      setLevel(loud);
      setSeconds((performance.now() - began) / 1000);
      if (seconds() > LONGEST_S) void send();
    }, SAMPLE_MS);
  };
  const end = () => {
    clearInterval(timer);
    for (const track of stream?.getTracks() ?? []) track.stop();
    void context?.close().catch(() => {});
    stream = undefined;
    context = undefined;
  };
  const send = async () => {
    const running = recorder;
    if (!running || seconds() < 0.5) return;
    recorder = undefined;
    await new Promise((resolve) => {
      running.onstop = resolve;
      running.stop();
    });
    end();
    const type = running.mimeType || "audio/webm";
    const name = `voice-message.${type.includes("mp4") ? "m4a" : type.includes("ogg") ? "ogg" : "webm"}`;
    const file = new File(pieces, name, { type });
    const voice = { duration_secs: Math.round(seconds() * 100) / 100, waveform: waveformOf(levels) };
    const upload = app.uploads.lone(props.channel, file, { voice });
    void app.outbox.send(props.channel, "", undefined, true, [upload]);
    props.onDone();
  };
  onMount(() => void begin());
  onCleanup(end);

  return (
    <div class="flex items-center gap-3 h-12 ps-4 pe-1" role="status" aria-label={t("files.recording")}>
      <Show
        when={!refused()}
        fallback={
          <p role="alert" class="flex-1 text-sm text-danger">
            {t("files.noMicrophone")}
          </p>
        }
      >
        <span class="w-2.5 h-2.5 rounded-full bg-danger" aria-hidden="true" />
        <span class="tabular-nums text-sm w-12">{clockText(seconds())}</span>
        <span class="flex-1 h-1.5 rounded-full bg-bg-3 overflow-hidden" aria-hidden="true">
          <span class="block h-full bg-accent transition-[width]" style={{ width: `${level() * 100}%` }} />
        </span>
      </Show>
      <IconButton danger label={t("chat.discard")} onClick={() => props.onDone()}>
        <Trash size={18} />
      </IconButton>
      <Show when={!refused()}>
        <IconButton class="text-accent!" label={t("files.sendVoice")} onClick={() => void send()}>
          <SendHorizontal size={19} />
        </IconButton>
      </Show>
    </div>
  );
}

/** Up to 256 samples of loudness, one byte each. */
function waveformOf(levels: number[]): string {
  const count = Math.min(SAMPLES_MAX, Math.max(1, levels.length));
  const bytes = Array.from({ length: count }, (_, at) => {
    const from = Math.floor((at * levels.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * levels.length) / count));
    return Math.round(255 * Math.max(0, ...levels.slice(from, to)));
  });
  return btoa(String.fromCharCode(...bytes));
}
