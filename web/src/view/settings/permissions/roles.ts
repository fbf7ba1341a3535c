import type { Id, Role } from "~/api/types";

/** A role's set with one permission given or taken; unknown bits stay. */
export const withBit = (permissions: string, bit: bigint, given: boolean): string =>
  String(given ? BigInt(permissions) | bit : BigInt(permissions) & ~bit);

export const hasBit = (permissions: string, bit: bigint): boolean => (BigInt(permissions) & bit) === bit;

/**
 * The new positions when a role goes to another place in the list (highest first, without @everyone). Only roles below `rank`, the
 * caller's own highest position, may move or be moved past; an impossible move changes nothing.
 */
export function moved(
  roles: readonly Role[],
  id: Id,
  to: number,
  rank: number,
): { id: Id; position: number }[] {
  const from = roles.findIndex((role) => role.id === id);
  const first = Math.min(from, to);
  const role = roles[from];
  if (!role || from === to || to < 0 || to >= roles.length) return [];
  if ((roles[first]?.position ?? rank) >= rank) return [];
  const order = roles.filter((other) => other.id !== id);
  order.splice(to, 0, role);
  return order
    .map((other, index) => ({ id: other.id, position: order.length - index }))
    .filter(({ id: other, position }) => roles.find((known) => known.id === other)?.position !== position);
}
