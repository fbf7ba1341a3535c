import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openTuning } from "./tuning";

const CHECKED_MS = 1;
const DONE_MS = 3;

/** Does as Chromium does: what is set is checked a moment later, and the end of one change forgets what was read for the next. */
class Sender {
  active = true;
  fails = 0;
  #count = 0;
  #read = "";

  getParameters() {
    this.#read = `${++this.#count}`;
    return { transactionId: this.#read, encodings: [{ active: this.active }] };
  }

  async setParameters(parameters: { transactionId: string; encodings: { active: boolean }[] }) {
    await passed(CHECKED_MS);
    if (this.fails-- > 0 || parameters.transactionId !== this.#read)
      throw new DOMException("getParameters() has never been called", "InvalidStateError");
    await passed(DONE_MS - CHECKED_MS);
    this.#read = "";
    this.active = parameters.encodings[0]?.active ?? this.active;
  }
}

const passed = (ms: number) => new Promise((now) => setTimeout(now, ms));
const make = () => {
  const sender = new Sender();
  const tune = openTuning();
  const real = sender as unknown as RTCRtpSender;
  return {
    sender,
    wish: (active: boolean) =>
      void tune(real, (parameters) => {
        for (const one of parameters.encodings) one.active = active;
      }),
  };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test.each([0, 0.5, 1.5, 2, 2.5, 3])("of two wishes %d ms apart the later one stands", async (apart) => {
  const { sender, wish } = make();
  wish(false);
  await vi.advanceTimersByTimeAsync(apart);
  wish(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(sender.active).toBe(true);
});

test("what is refused is read and wished again, and not for ever", async () => {
  const { sender, wish } = make();
  sender.fails = 2;
  wish(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(sender.active).toBe(false);
  sender.fails = 1_000;
  wish(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(sender.active).toBe(false);
  sender.fails = 0;
  wish(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(sender.active).toBe(true);
});
