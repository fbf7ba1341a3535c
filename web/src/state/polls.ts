import type { Poll } from "~/api/threadTypes";

/** A poll after somebody voted for an answer or took that vote back. */
export function voted(poll: Poll, answer: number, by: 1 | -1, mine: boolean): Poll {
  const before = poll.results?.answer_counts ?? [];
  const held = before.find((one) => one.id === answer) ?? { id: answer, count: 0, me_voted: false };
  const now = {
    ...held,
    count: Math.max(0, held.count + by),
    me_voted: mine ? by > 0 : held.me_voted,
  };
  return {
    ...poll,
    results: {
      is_finalized: poll.results?.is_finalized ?? false,
      answer_counts: [...before.filter((one) => one.id !== answer), now],
    },
  };
}

/** What everybody is told does not say what oneself voted, so that stays as it was known. */
export function withOwnVotes(told: Poll, known: Poll | undefined): Poll {
  const own = new Set(known?.results?.answer_counts.filter((one) => one.me_voted).map((one) => one.id));
  if (!told.results || own.size === 0) return told;
  const counts = told.results.answer_counts.map((one) => ({ ...one, me_voted: own.has(one.id) }));
  return { ...told, results: { ...told.results, answer_counts: counts } };
}

export const countOf = (poll: Poll, answer: number) =>
  poll.results?.answer_counts.find((one) => one.id === answer)?.count ?? 0;

export const votedFor = (poll: Poll, answer: number) =>
  poll.results?.answer_counts.some((one) => one.id === answer && one.me_voted) ?? false;

export const isOver = (poll: Poll, now = Date.now()) =>
  poll.results?.is_finalized === true || (poll.expiry !== null && Date.parse(poll.expiry) <= now);
