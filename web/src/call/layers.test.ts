import { expect, test } from "vitest";
import { LARGEST, layerFor, MIDDLE, PAUSED, SMALLEST, shape } from "./layers";

const parameters = (...rids: (string | undefined)[]) =>
  ({ encodings: rids.map((rid) => (rid ? { rid } : {})) }) as RTCRtpSendParameters;
const active = (of: RTCRtpSendParameters) => of.encodings.map((one) => one.active);

test("only the layers up to the largest that is looked at are encoded", () => {
  const camera = parameters("q", "h", "f");
  shape(camera, "camera", MIDDLE, undefined);
  expect(active(camera)).toEqual([true, true, false]);
  shape(camera, "camera", PAUSED, undefined);
  expect(active(camera)).toEqual([false, false, false]);
  shape(camera, "camera", LARGEST, undefined);
  expect(active(camera)).toEqual([true, true, true]);
  expect(camera.encodings.map((one) => one.scaleResolutionDownBy)).toEqual([4, 2, 1]);
});

test("a camera without layers stays on while anybody looks", () => {
  const plain = parameters(undefined);
  shape(plain, "camera", LARGEST, undefined);
  expect(active(plain)).toEqual([true]);
});

test("a screen rests while nobody watches, and gives way by what it is for", () => {
  const screen = parameters(undefined);
  shape(screen, "screen", PAUSED, { fps: 30, bitrate: 4_000_000, mode: "text" });
  expect(active(screen)).toEqual([false]);
  expect(screen.degradationPreference).toBe("maintain-resolution");
  expect(screen.encodings[0]).toMatchObject({ maxBitrate: 4_000_000, maxFramerate: 30 });
  shape(screen, "screen", SMALLEST, { fps: 60, bitrate: 8_000_000, mode: "motion" });
  expect(active(screen)).toEqual([true]);
  expect(screen.degradationPreference).toBe("maintain-framerate");
});

test("sound is always sent", () => {
  const sound = parameters(undefined);
  shape(sound, "microphone", PAUSED, undefined);
  expect(active(sound)).toEqual([undefined]);
});

test("what is drawn larger asks for a larger layer", () => {
  expect([200, 600, 1_600].map(layerFor)).toEqual([SMALLEST, MIDDLE, LARGEST]);
});
