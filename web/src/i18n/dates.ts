import { language } from "./index";

type When = string | number | Date;

/** The device's own region, when it speaks the client's language: a Briton reads 16:05 and not 4:05 PM. */
export const region = () =>
  globalThis.navigator?.languages?.find((one) => one.split("-", 1)[0] === language()) ?? language();

const formats = new Map<string, Intl.DateTimeFormat>();

function format(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${region()} ${name}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(region(), options);
  formats.set(key, known);
  return known;
}

/** A day such as "2 March 2026", in the person's language. */
export const dayText = (when: When) => format("day", { dateStyle: "long" }).format(new Date(when));

/** A day with its time, for titles and lists. */
export const momentText = (when: When) =>
  format("moment", { dateStyle: "medium", timeStyle: "short" }).format(new Date(when));

const STEPS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How far from now: "3 hours ago", "in 2 days", "now". */
export function distanceText(when: When, now = Date.now()): string {
  const words = new Intl.RelativeTimeFormat(language(), { numeric: "auto" });
  const seconds = (new Date(when).getTime() - now) / 1000;
  for (const [unit, size] of STEPS)
    if (Math.abs(seconds) >= size) return words.format(Math.round(seconds / size), unit);
  return words.format(0, "second");
}
