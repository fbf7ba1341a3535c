import { makeHeldKey } from "./heldKey";
import { type Heard, type MicrophoneSettings, openMicrophone } from "./microphone";

interface TestSettings extends MicrophoneSettings {
  speaker?: string | undefined;
  talkKey: string;
}

/** One's microphone as the others would hear it, to one's own ears. */
export async function openSelfTest(settings: TestSettings) {
  let now = settings;
  const microphone = await openMicrophone(settings, { cleanedBy: () => undefined });
  const release = makeHeldKey(() => (now.pushToTalk ? now.talkKey : undefined), microphone.hold);
  const element: HTMLAudioElement & { setSinkId?(device: string): Promise<void> } = new Audio();
  const route = () => void element.setSinkId?.(now.speaker ?? "").catch(() => undefined);
  element.srcObject = new MediaStream([microphone.track]);
  if (now.speaker) route();
  void element.play().catch(() => undefined);
  return {
    heard: (): Heard => microphone.heard(),
    change: (next: TestSettings) => {
      const moved = next.speaker !== now.speaker;
      now = { ...next };
      microphone.change(now);
      if (moved) route();
    },
    close: () => {
      release();
      element.srcObject = null;
      microphone.close();
    },
  };
}

export type SelfTest = Awaited<ReturnType<typeof openSelfTest>>;
