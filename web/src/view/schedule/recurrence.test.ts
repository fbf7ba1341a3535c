import { expect, test } from "vitest";
import { REPEATS, repeatOf, ruleOf } from "./recurrence";

const saturday = new Date("2026-11-21T18:30:00Z");

test("every kind of repetition is read back as itself", () => {
  for (const repeat of REPEATS) expect(repeatOf(ruleOf(repeat, saturday))).toBe(repeat);
});

test("the day of the week and the week of the month are those of the start", () => {
  expect(ruleOf("weekly", saturday)?.by_weekday).toEqual([5]);
  expect(ruleOf("monthly", saturday)?.by_n_weekday).toEqual([{ n: 3, day: 5 }]);
  expect(ruleOf("monthly", new Date("2026-11-30T08:00:00Z"))?.by_n_weekday).toEqual([{ n: 5, day: 0 }]);
  expect(ruleOf("yearly", saturday)).toMatchObject({ by_month: [11], by_month_day: [21] });
});
