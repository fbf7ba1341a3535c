import type { Id } from "~/api/types";

const EPOCH_MS = 1_420_070_400_000;

/** Orders ids as numbers without the cost of BigInt: of two decimal strings the longer one is greater. */
export const compareIds = (a: Id, b: Id) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

export const isAfter = (a: Id | null | undefined, b: Id | null | undefined) =>
  Boolean(a) && (!b || compareIds(a ?? "", b) > 0);

export const timeOf = (id: Id) => Number(BigInt(id) >> 22n) + EPOCH_MS;

/** Unlike a message's id only in that nobody but this device knows it. */
export const makeNonce = (now = Date.now()) =>
  String((BigInt(now - EPOCH_MS) << 22n) | BigInt(Math.floor(Math.random() * 0x400000)));
