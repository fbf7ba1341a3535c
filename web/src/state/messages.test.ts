import { createRoot } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Api } from "~/api/api";
import type { Draft, HistoryWindow } from "~/api/channels";
import { offlineError } from "~/api/errors";
import type { Message } from "~/api/types";
import { aMessage, aUser } from "./fixtures";
import { createHistory } from "./history";
import { createMessages } from "./messages";
import { createOutbox } from "./outbox";
import { compareIds } from "./snowflake";
import { createUploads } from "./uploads";

/** The server's side of one channel, in memory: it knows nonces again, and its network can be cut before or after it acts. */
function makeServer(count: number) {
  const stored = Array.from({ length: count }, (_, index) => aMessage(String(1000 + index)));
  const state = { cut: "" as "" | "before" | "after" };
  const send = async (channel: string, draft: Draft): Promise<Message> => {
    if (state.cut === "before") throw offlineError();
    const known = stored.find((message) => message.nonce === draft.nonce);
    const { content, nonce } = draft;
    const told = { content, nonce, channel_id: channel, author: aUser("me") };
    const message = known ?? aMessage(String(1000 + stored.length), told);
    if (!known) stored.push(message);
    if (state.cut === "after") throw offlineError();
    return message;
  };
  const history = async (
    _: string,
    { before, after, around, limit = 50 }: HistoryWindow,
  ): Promise<Message[]> => {
    let page = stored;
    if (before) page = stored.filter(({ id }) => compareIds(id, before) < 0).slice(-limit);
    else if (after) page = stored.filter(({ id }) => compareIds(id, after) > 0).slice(0, limit);
    else if (around) page = stored.filter(({ id }) => Math.abs(Number(id) - Number(around)) <= limit / 2);
    else page = stored.slice(-limit);
    return [...page].reverse();
  };
  return { stored, state, api: { messages: { send, history } } as unknown as Api };
}

function open(count = 200) {
  const server = makeServer(count);
  return createRoot((dispose) => {
    const messages = createMessages(() => "me");
    const history = createHistory(server.api, messages);
    const outbox = createOutbox(server.api, messages, createUploads(server.api));
    const shown = () => (messages.in("10")?.items ?? []).map((message) => message.id);
    const expectWhole = () => {
      const whole = server.stored.map((message) => message.id);
      expect(shown()).toEqual(whole.slice(whole.indexOf(shown()[0] ?? "")));
    };
    return { server, messages, history, outbox, shown, expectWhole, dispose };
  });
}

describe("sending", () => {
  it("shows the message at once, and once, whichever of answer and event comes first", async () => {
    for (const eventFirst of [true, false]) {
      const { server, messages, history, outbox, shown, expectWhole } = open();
      await history.open("10");
      const sending = outbox.send("10", "hello");
      expect(messages.in("10")?.pending.map((one) => one.content)).toEqual(["hello"]);
      if (eventFirst) {
        await Promise.resolve();
        await Promise.resolve();
        messages.apply({ t: "MESSAGE_CREATE", d: server.stored.at(-1) as Message });
      }
      await sending;
      if (!eventFirst) messages.apply({ t: "MESSAGE_CREATE", d: server.stored.at(-1) as Message });
      expect(messages.in("10")?.pending).toEqual([]);
      expect(shown().filter((id) => id === "1200")).toEqual(["1200"]);
      expectWhole();
    }
  });

  it.each(["before", "after"] as const)(
    "is safe to repeat when the network broke %s the server acted",
    async (cut) => {
      const { server, messages, history, outbox, expectWhole } = open();
      await history.open("10");
      server.state.cut = cut;
      await outbox.send("10", "hello");
      expect(messages.in("10")?.pending[0]?.failure?.offline).toBe(true);
      server.state.cut = "";
      outbox.resume();
      await new Promise((resolve) => setTimeout(resolve));
      expect(messages.in("10")?.pending).toEqual([]);
      expect(server.stored.filter((message) => message.content === "hello")).toHaveLength(1);
      expectWhole();
    },
  );

  it("keeps the order in which messages were written", async () => {
    const { server, history, outbox } = open();
    await history.open("10");
    await Promise.all(["a", "b", "c"].map((text) => outbox.send("10", text)));
    expect(server.stored.slice(-3).map((message) => message.content)).toEqual(["a", "b", "c"]);
  });
});

describe("history", () => {
  it("keeps events that arrive while the first page is on its way", async () => {
    const { server, messages, history, expectWhole } = open();
    const loading = history.open("10");
    const late = aMessage("1200");
    server.stored.push(late);
    messages.apply({ t: "MESSAGE_CREATE", d: late });
    await loading;
    expectWhole();
  });

  it("does not bring back what was deleted while its page was on its way", async () => {
    const { messages, history, shown } = open();
    const loading = history.open("10");
    messages.apply({ t: "MESSAGE_DELETE", d: { id: "1199", channel_id: "10" } });
    await loading;
    expect(shown().at(-1)).toBe("1198");
  });

  it("grows upwards to the beginning and then stops", async () => {
    const { messages, history, shown } = open(120);
    await history.open("10");
    for (let page = 0; page < 5; page++) await history.older("10");
    expect(shown()).toHaveLength(120);
    expect(messages.in("10")?.atStart).toBe(true);
  });

  it("looks around a message and finds the way back to the present", async () => {
    const { server, messages, history, expectWhole } = open(400);
    await history.open("10");
    await history.around("10", "1100");
    expect(messages.in("10")?.atEnd).toBe(false);
    const late = aMessage("1400");
    server.stored.push(late);
    messages.apply({ t: "MESSAGE_CREATE", d: late });
    for (let page = 0; page < 10; page++) await history.newer("10");
    expect(messages.in("10")?.atEnd).toBe(true);
    expectWhole();
  });

  it("never joins a page to a window that has been replaced meanwhile", async () => {
    const { history, shown, messages } = open(400);
    await history.open("10");
    const older = history.older("10");
    const jump = history.around("10", "1100");
    await Promise.all([older, jump]);
    const numbers = shown().map(Number);
    expect(numbers.every((id, index) => index === 0 || id === (numbers[index - 1] ?? 0) + 1)).toBe(true);
    expect(messages.in("10")?.failed).toBe(false);
  });

  it.each([3, 49, 50, 51, 130, 420, 2000])(
    "fills a gap of %i messages without losing or doubling any",
    async (gap) => {
      const { server, history, expectWhole, shown } = open();
      await history.open("10");
      for (let n = 0; n < gap; n++) server.stored.push(aMessage(String(1200 + n)));
      await history.fillGap("10");
      expectWhole();
      expect(shown().at(-1)).toBe(String(1199 + gap));
    },
  );

  it("notices edits and deletions that happened during a gap", async () => {
    const { server, messages, history, expectWhole } = open();
    await history.open("10");
    server.stored.splice(190, 1);
    server.stored[195] = { ...(server.stored[195] as Message), content: "edited" };
    await history.fillGap("10");
    expectWhole();
    expect(messages.find("10", server.stored[195]?.id ?? "")?.content).toBe("edited");
  });

  it("says when a page cannot be loaded, and tries again on request", async () => {
    const { server, messages, history } = open();
    const working = server.api.messages.history;
    server.api.messages.history = () => Promise.reject(offlineError());
    await history.open("10");
    expect(messages.in("10")?.failed).toBe(true);
    server.api.messages.history = working;
    await history.retry("10");
    expect(messages.in("10")).toMatchObject({ failed: false, loaded: true });
  });
});
