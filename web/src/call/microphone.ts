/** How one's voice is let through. */
export interface MicrophoneSettings {
  device?: string | undefined;
  /** Let through what is louder, in dBFS; undefined while a key decides. */
  thresholdDb: number;
  pushToTalk: boolean;
  noiseSuppression: boolean;
  echoCancellation: boolean;
}

const LOOK_MS = 25;
/** The gate stays open for so long after the last loud moment, so that words do not lose their ends. */
const HOLD_MS = 350;

/** One's voice behind a gate that opens by loudness or by a key. What it gives out goes into the call. */
export async function openMicrophone(settings: MicrophoneSettings) {
  let now = settings;
  const input = await navigator.mediaDevices.getUserMedia({
    audio: {
      ...(settings.device && { deviceId: { exact: settings.device } }),
      echoCancellation: settings.echoCancellation,
      noiseSuppression: settings.noiseSuppression,
      autoGainControl: true,
      channelCount: 1,
    },
  });
  const context = new AudioContext({ sampleRate: 48_000 });
  const source = context.createMediaStreamSource(input);
  const meter = new AnalyserNode(context, { fftSize: 1_024 });
  const gate = new GainNode(context, { gain: 0 });
  const output = context.createMediaStreamDestination();
  source.connect(meter);
  source.connect(gate).connect(output);
  await context.resume();

  const samples = new Float32Array(meter.fftSize);
  let level = -100;
  let held = false;
  let loudAt = 0;
  const look = () => {
    meter.getFloatTimeDomainData(samples);
    let sum = 0;
    for (const sample of samples) sum += sample * sample;
    level = Math.max(-100, 10 * Math.log10(sum / samples.length + 1e-10));
    const at = performance.now();
    if (level > now.thresholdDb) loudAt = at;
    const open = now.pushToTalk ? held : loudAt > 0 && at - loudAt < HOLD_MS;
    gate.gain.setTargetAtTime(open ? 1 : 0, context.currentTime, 0.008);
  };
  const timer = setInterval(look, LOOK_MS);

  return {
    track: output.stream.getAudioTracks()[0] as MediaStreamTrack,
    /** In dBFS, from -100 to 0. */
    level: () => level,
    hold: (pressed: boolean) => {
      held = pressed;
    },
    change: (next: MicrophoneSettings) => {
      now = next;
    },
    close: () => {
      clearInterval(timer);
      for (const track of input.getTracks()) track.stop();
      void context.close();
    },
  };
}

export type Microphone = Awaited<ReturnType<typeof openMicrophone>>;
