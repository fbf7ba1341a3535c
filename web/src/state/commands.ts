import type { Command, CommandIndex, CommandOption } from "~/api/bots";

/** A command, or one of its subcommands, as a person chooses it. */
export interface CommandEntry {
  command: Command;
  /** The groups and the subcommand on the way to its options. */
  path: CommandOption[];
  options: CommandOption[];
  /** Without the slash, in the reader's language. */
  name: string;
  description: string;
  application: string;
}

const SUBCOMMAND = 1;
const GROUP = 2;
const MAX_FOUND = 10;

export const shownName = (it: { name: string; name_localized?: string }) => it.name_localized ?? it.name;

/** Every slash command of an index, subcommands each for itself. */
export function entriesOf(index: CommandIndex): CommandEntry[] {
  const names = new Map(index.applications.map((it) => [it.id, it.name]));
  return index.application_commands
    .filter((it) => it.type === 1)
    .flatMap((command) => branches(command, command.options ?? [], [], names.get(command.application_id)));
}

/** Those whose name begins with what was typed, then those that contain it. */
export function findEntries(all: CommandEntry[], typed: string): CommandEntry[] {
  const wanted = typed.trimStart().toLowerCase();
  const score = (it: CommandEntry) => {
    const name = it.name.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.includes(wanted) ? 1 : 2;
  };
  return all
    .map((it) => ({ it, at: score(it) }))
    .filter((one) => one.at < 2)
    .sort((a, b) => a.at - b.at || a.it.name.localeCompare(b.it.name))
    .slice(0, MAX_FOUND)
    .map((one) => one.it);
}

/** The options as the server wants them, inside the subcommand that they belong to. */
export function nested(entry: CommandEntry, values: unknown[]): unknown[] {
  return entry.path.reduceRight<unknown[]>(
    (options, step) => [{ type: step.type, name: step.name, options }],
    values,
  );
}

function branches(
  command: Command,
  options: CommandOption[],
  path: CommandOption[],
  application = "",
): CommandEntry[] {
  const inner = options.filter((it) => it.type === SUBCOMMAND || it.type === GROUP);
  if (inner.length)
    return inner.flatMap((it) => branches(command, it.options ?? [], [...path, it], application));
  const last = path.at(-1) ?? command;
  return [
    {
      command,
      path,
      options,
      name: [command, ...path].map(shownName).join(" "),
      description: last.description_localized ?? last.description,
      application,
    },
  ];
}
