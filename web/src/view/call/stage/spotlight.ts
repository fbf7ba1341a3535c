import type { Id } from "~/api/types";

/** Who is shown large: the one before for as long as nobody else speaks in their silence, so that the picture does not flicker. */
export function spotlight(
  others: readonly Id[],
  speaks: (user: Id) => boolean,
  before: Id | undefined,
): Id | undefined {
  const talking = others.filter(speaks);
  if (before && others.includes(before) && (speaks(before) || !talking.length)) return before;
  return talking[0] ?? others[0];
}
