import type { CommandOption } from "~/api/bots";
import { t } from "~/i18n";

/** What somebody wrote or chose for an option; `value` is what is sent when it is not the text. */
export interface Written {
  text: string;
  value?: string | number;
  /** Of an option that takes one. */
  file?: File;
}

export const OptionType = {
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

export interface Given {
  type: number;
  name: string;
  value: unknown;
}

/** Turns what was written into the types that the command wants. */
export function read(
  options: readonly CommandOption[],
  written: Readonly<Record<string, Written>>,
  numberOf: (file: File) => string = () => "",
) {
  const values: Given[] = [];
  const errors: Record<string, string> = {};
  for (const option of options) {
    const given = written[option.name];
    const text = given?.text.trim() ?? "";
    if (!given || (!text && given.value === undefined)) {
      if (option.required) errors[option.name] = t("bots.required");
      continue;
    }
    const value = given.file ? numberOf(given.file) : (given.value ?? typed(option.type, text));
    // While something else is being written, files stay where they are.
    if (value === "" && given.file) continue;
    if (value === undefined) errors[option.name] = t("bots.notNumber");
    else values.push({ type: option.type, name: option.name, value });
  }
  return { values, errors };
}

function typed(type: number, text: string): unknown {
  if (type === OptionType.boolean) return text === "true";
  if (type === OptionType.integer) return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  if (type === OptionType.number) return Number.isFinite(Number(text)) ? Number(text) : undefined;
  return text;
}
