import type { Api } from "~/api/api";
import type { Draft } from "~/api/channels";
import { ApiError } from "~/api/errors";
import type { Sticker } from "~/api/files";
import type { Id, Message } from "~/api/types";
import type { Messages } from "./messages";
import { makeNonce } from "./snowflake";
import type { Pending } from "./timeline";
import type { Upload, Uploads } from "./uploads";

export type Outbox = ReturnType<typeof createOutbox>;

/** For so long does the server know a nonce again, and so long may a send be repeated without asking. */
const NONCE_MS = 5 * 60_000;

const VOICE_MESSAGE = 1 << 13;

/** Messages on their way. A channel's are sent one after another, so that they arrive in the order in which they were written. */
export function createOutbox(api: Api, messages: Messages, uploads: Uploads) {
  const queues = new Map<Id, Promise<void>>();

  const attempt = async (pending: Pending) => {
    try {
      const attachments = await uploads.described(pending.files ?? []);
      const draft = { ...draftOf(pending), ...(attachments.length && { attachments }) };
      messages.insert(await api.messages.send(pending.channel_id, draft));
      messages.dropPending(pending.channel_id, pending.nonce);
    } catch (failure) {
      const offline = !(failure instanceof ApiError) || failure.offline;
      messages.markPending(pending.channel_id, pending.nonce, { offline, cause: failure });
    }
  };
  const enqueue = (pending: Pending) => {
    const turn = (queues.get(pending.channel_id) ?? Promise.resolve()).then(() => attempt(pending));
    queues.set(pending.channel_id, turn);
    return turn;
  };
  const retry = (pending: Pending) => {
    messages.markPending(pending.channel_id, pending.nonce);
    return enqueue(pending);
  };
  return {
    send: (channel: Id, content: string, replyTo?: Message, ping = true, files: Upload[] = []) => {
      const pending: Pending = {
        nonce: makeNonce(),
        channel_id: channel,
        content,
        timestamp: new Date().toISOString(),
        ping,
        ...(replyTo && { replyTo }),
        ...(files.length && { files }),
      };
      messages.addPending(pending);
      return enqueue(pending);
    },
    /** A sticker stands alone. */
    sendSticker: (channel: Id, sticker: Sticker) => {
      const pending: Pending = {
        nonce: makeNonce(),
        channel_id: channel,
        content: "",
        timestamp: new Date().toISOString(),
        ping: false,
        stickers: [sticker],
      };
      messages.addPending(pending);
      return enqueue(pending);
    },
    /** Again, with the same nonce: if the first try did reach the server, it answers with that message. */
    retry,
    discard: (pending: Pending) => messages.dropPending(pending.channel_id, pending.nonce),
    /** The connection is back: what only the network held up is sent by itself. */
    resume: (now = Date.now()) => {
      for (const pending of messages.pending())
        if (pending.failure?.offline && now - Date.parse(pending.timestamp) < NONCE_MS) void retry(pending);
    },
  };
}

function draftOf(pending: Pending): Draft {
  const spoken = pending.files?.some((file) => file.voice);
  const draft: Draft = {
    content: pending.content,
    nonce: pending.nonce,
    enforce_nonce: true,
    ...(spoken && { flags: VOICE_MESSAGE }),
    ...(pending.stickers && { sticker_ids: pending.stickers.map((one) => one.id) }),
  };
  if (!pending.replyTo) return draft;
  const { id, channel_id } = pending.replyTo;
  const parse = ["users", "roles", "everyone"];
  return {
    ...draft,
    message_reference: { message_id: id, channel_id },
    allowed_mentions: { parse, replied_user: pending.ping },
  };
}
