import type { Message } from "~/api/types";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

/** Only this person sees it. */
export const isWhisper = (message: Message) => ((message.flags ?? 0) & EPHEMERAL) !== 0;

/** The application will answer later. */
export const isLoading = (message: Message) => ((message.flags ?? 0) & LOADING) !== 0;
