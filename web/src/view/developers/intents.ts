import type { Key } from "~/i18n";

interface Intent {
  label: Key & `bots.${string}`;
  text: Key & `bots.${string}`;
  /** Either bit allows it. */
  either: number;
  /** The one that is set here. */
  bit: number;
}

export const INTENTS = [
  { label: "bots.presences", text: "bots.presencesText", either: (1 << 12) | (1 << 13), bit: 1 << 13 },
  { label: "bots.memberEvents", text: "bots.memberEventsText", either: (1 << 14) | (1 << 15), bit: 1 << 15 },
  { label: "bots.content", text: "bots.contentText", either: (1 << 18) | (1 << 19), bit: 1 << 19 },
] as const satisfies readonly Intent[];

export const withIntent = (flags: number, intent: Pick<Intent, "either" | "bit">, on: boolean) =>
  on ? flags | intent.bit : flags & ~intent.either;
