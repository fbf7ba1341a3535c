import { createMemo, createSignal } from "solid-js";

export interface Draft<T extends object> {
  /** What the form shows: the source with the edits over it. */
  value(): T;
  edit(part: Partial<T>): void;
  /** The edits that differ from the source: the body of a PATCH. */
  changes(): Partial<T>;
  dirty(): boolean;
  reset(): void;
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Edits over something that others may change meanwhile: untouched fields follow the source, touched ones keep what was typed. */
export function createDraft<T extends object>(source: () => T): Draft<T> {
  const [edits, setEdits] = createSignal<Partial<T>>({});
  const value = createMemo(() => ({ ...source(), ...edits() }));
  const changes = createMemo(() => {
    const known = source();
    const kept: Partial<T> = {};
    const all = edits();
    for (const field in all) if (!same(all[field], known[field])) kept[field] = all[field];
    return kept;
  });
  return {
    value,
    edit: (part) => setEdits((before) => ({ ...before, ...part })),
    changes,
    dirty: () => Object.keys(changes()).length > 0,
    reset: () => setEdits({}),
  };
}
