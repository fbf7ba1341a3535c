import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { aMessage, aUser } from "./fixtures";
import { createReads } from "./reads";

const ME = aUser("1");

/** The part of the state that read marks look at, with a server that remembers what it was told. */
function withReads() {
  const told: [string, string][] = [];
  const around = {
    api: {
      messages: { ack: async (channel: string, message: string) => void told.push([channel, message]) },
    },
    me: () => ME.id,
    guilds: { of: () => undefined },
    channels: { of: () => undefined, inGuild: () => [] },
    members: { of: () => undefined },
    friends: { blocks: () => false },
    alerts: { muted: () => false },
  };
  const reads = createRoot(() => createReads(around as unknown as Parameters<typeof createReads>[0]));
  const apply = (t: string, d: unknown) => reads.apply({ t, d } as Parameters<typeof reads.apply>[0]);
  apply("READY", { read_state: { entries: [{ id: "10", last_message_id: "100", mention_count: 0 }] } });
  return { reads, told, apply };
}

test("one's own message is read at once, and the server hears of it once", async () => {
  const { reads, told, apply } = withReads();
  apply("MESSAGE_CREATE", aMessage("101", { author: ME }));
  expect(reads.last("10")).toBe("101");
  await reads.ack("10", "101");
  await reads.ack("10", "101");
  expect(told).toEqual([["10", "101"]]);
});

test("what another device has read is not told again", async () => {
  const { reads, told, apply } = withReads();
  apply("MESSAGE_CREATE", aMessage("102", { author: aUser("2") }));
  apply("MESSAGE_ACK", { channel_id: "10", message_id: "102" });
  await reads.ack("10", "102");
  expect(told).toEqual([]);
});
