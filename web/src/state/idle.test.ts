import { createRoot } from "solid-js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createIdle } from "./idle";

const MINUTE = 60_000;
const say = vi.fn();
let end = () => {};

function begin(status: string) {
  const app = { connection: { say, state: () => ({ is: "off" }) }, settings: { values: { status } } };
  createRoot((dispose) => {
    end = dispose;
    createIdle(app as never);
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", new EventTarget());
});
afterEach(() => {
  end();
  say.mockClear();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("ten minutes without input say away once, and a touch says back", () => {
  begin("online");
  vi.advanceTimersByTime(9 * MINUTE);
  expect(say).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5 * MINUTE);
  expect(say).toHaveBeenCalledTimes(1);
  expect(say.mock.lastCall?.[1]).toMatchObject({ status: "idle", afk: true });
  document.dispatchEvent(new Event("keydown"));
  expect(say.mock.lastCall?.[1]).toMatchObject({ status: "online", afk: false, since: null });
});

test("who does not want to be disturbed is not made away", () => {
  begin("dnd");
  vi.advanceTimersByTime(60 * MINUTE);
  expect(say).not.toHaveBeenCalled();
});
