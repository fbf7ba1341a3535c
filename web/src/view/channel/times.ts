import { language, t } from "~/i18n";
import { region } from "~/i18n/dates";

const format = (date: Date, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(region(), options).format(date);

export const clock = (timestamp: string) =>
  format(new Date(timestamp), { hour: "2-digit", minute: "2-digit" });

export const fullTime = (timestamp: string) =>
  format(new Date(timestamp), { dateStyle: "full", timeStyle: "short" });

export const longDay = (timestamp: string) => format(new Date(timestamp), { dateStyle: "long" });

/** The time alone today, with a word for yesterday, with the date before that. */
export function when(timestamp: string, now = new Date()): string {
  const date = new Date(timestamp);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return clock(timestamp);
  if (date.toDateString() === yesterday.toDateString())
    return t("chat.yesterday", { time: clock(timestamp) });
  return format(date, { dateStyle: "short", timeStyle: "short" });
}

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
];

/** A moment as `<t:…>` asks for it. */
export function moment(seconds: number, style: string): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return String(seconds);
  if (style !== "R") return format(date, STYLES[style] ?? STYLES.f ?? {});
  const distance = seconds - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(distance) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(
    Math.round(distance / size),
    unit,
  );
}
