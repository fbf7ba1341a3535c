import type { DraftFile } from "~/api/channels";
import type { Id } from "~/api/types";
import type { App } from "~/state/app";

/** Files on their way to an application: each gets a number, by which options and fields name it. */
export function gatherFiles(app: App, channel: Id) {
  const files: File[] = [];
  return {
    /** The number of a file from now on. */
    number: (file: File): string => String(files.push(file) - 1),
    /** Sends them and resolves to what is said of them, once all have arrived. */
    sent: async (): Promise<{ attachments?: DraftFile[] }> => {
      if (!files.length) return {};
      const uploads = files.map((file) => app.uploads.lone(channel, file, {}));
      const described = await app.uploads.described(uploads);
      return { attachments: described.map((one, number) => ({ ...one, id: String(number) })) };
    },
  };
}
