import { language } from "~/i18n";

/** Bits in a second as people read them, such as "1.4 Mbit/s". */
export function rateText(rate: number): string {
  const mega = rate >= 1_000_000;
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: mega ? 1 : 0 });
  return `${number.format(rate / (mega ? 1_000_000 : 1_000))} ${mega ? "Mbit/s" : "kbit/s"}`;
}

/** A part of all as people read it, such as "0.4 %". */
export function lossText(loss: number): string {
  const percent = loss * 100;
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: percent < 10 ? 1 : 0 });
  return `${number.format(percent)} %`;
}

export const GRADE = { good: "call.lineGood", fair: "call.lineFair", poor: "call.linePoor" } as const;
