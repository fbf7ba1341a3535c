import type { RecurrenceRule } from "~/api/schedule";

export const REPEATS = ["never", "daily", "weekdays", "weekly", "fortnightly", "monthly", "yearly"] as const;
export type Repeat = (typeof REPEATS)[number];

const [YEARLY, MONTHLY, WEEKLY, DAILY] = [0, 1, 2, 3];
const WORKING_DAYS = [0, 1, 2, 3, 4];
const LAST_WEEK = 5;

/** The rule by which an event recurs that begins then. Days are those of UTC, as everywhere in such rules. */
export function ruleOf(repeat: Repeat, start: Date): RecurrenceRule | null {
  const base = { start: start.toISOString(), interval: 1 };
  const day = weekday(start);
  switch (repeat) {
    case "never":
      return null;
    case "daily":
      return { ...base, frequency: DAILY };
    case "weekdays":
      return { ...base, frequency: DAILY, by_weekday: WORKING_DAYS };
    case "weekly":
      return { ...base, frequency: WEEKLY, by_weekday: [day] };
    case "fortnightly":
      return { ...base, frequency: WEEKLY, interval: 2, by_weekday: [day] };
    case "monthly": {
      const n = Math.min(Math.ceil(start.getUTCDate() / 7), LAST_WEEK);
      return { ...base, frequency: MONTHLY, by_n_weekday: [{ n, day }] };
    }
    case "yearly":
      return {
        ...base,
        frequency: YEARLY,
        by_month: [start.getUTCMonth() + 1],
        by_month_day: [start.getUTCDate()],
      };
  }
}

/** The kind of a rule; one that a bot made and this client does not offer is shown as the nearest. */
export function repeatOf(rule: RecurrenceRule | null): Repeat {
  if (!rule) return "never";
  if (rule.frequency === DAILY) return rule.by_weekday?.length ? "weekdays" : "daily";
  if (rule.frequency === WEEKLY) return rule.interval === 2 ? "fortnightly" : "weekly";
  return rule.frequency === MONTHLY ? "monthly" : "yearly";
}

/** Monday is 0. */
const weekday = (date: Date) => (date.getUTCDay() + 6) % 7;
