import { createStore, reconcile } from "solid-js/store";
import type { Api } from "~/api/api";
import type { DraftFile } from "~/api/channels";
import type { Id } from "~/api/types";
import { sendPieces } from "~/api/uploads";

export const FILES_MAX = 10;

/** A file that is to go with a message. It is on its way as soon as it was chosen. */
export interface Upload {
  key: string;
  file: File;
  /** As it shall be called. */
  name: string;
  /** Bytes that have arrived. */
  sent: number;
  state: "going" | "there" | "failed";
  cause?: unknown;
  description: string;
  spoiler: boolean;
  /** Of a voice message. */
  voice?: { duration_secs: number; waveform: string };
}

export type Uploads = ReturnType<typeof createUploads>;

/** The files of each channel's draft. They are sent in pieces while one still writes. */
export function createUploads(api: Api) {
  const [byChannel, change] = createStore<Record<Id, Upload[]>>({});
  const running = new Map<string, { stop: AbortController; done: Promise<string> }>();
  let made = 0;

  /** What stands in no draft has nobody who looks on. */
  const edit = (channel: Id, key: string, next: Partial<Upload>) => {
    if (byChannel[channel]) change(channel, (one) => one.key === key, next);
  };
  const start = (channel: Id, upload: Upload) => {
    const stop = new AbortController();
    const send = async () => {
      const begun = await api.uploads.begin(channel, upload.name, upload.file.size);
      const progress = (sent: number) => edit(channel, upload.key, { sent });
      await sendPieces(begun.upload_url, upload.file, progress, stop.signal);
      edit(channel, upload.key, { state: "there", sent: upload.file.size });
      return begun.upload_filename;
    };
    const done = send().catch((cause) => {
      edit(channel, upload.key, { state: "failed", cause });
      throw cause;
    });
    // Whoever waits for it hears of the failure; until then nobody does.
    done.catch(() => {});
    running.set(upload.key, { stop, done });
  };
  const make = (file: File, more?: Partial<Upload>): Upload => ({
    key: `file-${++made}`,
    file,
    name: file.name || "file",
    sent: 0,
    state: "going",
    description: "",
    spoiler: false,
    ...more,
  });
  const describe = async (upload: Upload): Promise<DraftFile> => {
    const uploaded = await running.get(upload.key)?.done;
    return {
      id: "0",
      filename: upload.name,
      uploaded_filename: uploaded ?? "",
      ...(upload.description && { description: upload.description }),
      ...(upload.spoiler && { is_spoiler: true }),
      ...upload.voice,
    };
  };

  return {
    of: (channel: Id): Upload[] => byChannel[channel] ?? [],
    /** Files beyond the tenth are left out. */
    add: (channel: Id, files: Iterable<File>) => {
      const room = FILES_MAX - (byChannel[channel]?.length ?? 0);
      const fresh = [...files].slice(0, Math.max(0, room)).map((file) => make(file));
      change(channel, (all = []) => [...all, ...fresh]);
      for (const upload of fresh) start(channel, upload);
      return fresh.length;
    },
    /** A file that is sent by itself, without standing in the draft. */
    lone: (channel: Id, file: File, more: Partial<Upload>) => {
      const upload = make(file, more);
      start(channel, upload);
      return upload;
    },
    edit,
    retry: (channel: Id, upload: Upload) => {
      edit(channel, upload.key, { state: "going", sent: 0 });
      start(channel, upload);
    },
    remove: (channel: Id, key: string) => {
      running.get(key)?.stop.abort();
      running.delete(key);
      change(channel, (all = []) => all.filter((one) => one.key !== key));
    },
    /** The draft is sent: its files leave it. */
    take: (channel: Id): Upload[] => {
      const all = [...(byChannel[channel] ?? [])];
      change(channel, []);
      return all;
    },
    /** What a message says of its files, once they have all arrived. */
    described: (uploads: Upload[]) => Promise.all(uploads.map(describe)),
    clear: () => {
      for (const one of running.values()) one.stop.abort();
      running.clear();
      change(reconcile({}));
    },
  };
}
