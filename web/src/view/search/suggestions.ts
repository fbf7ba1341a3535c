import type { Channel, User } from "~/api/types";
import { t } from "~/i18n";
import { displayName } from "~/state/members";
import { FILTERS, type Filter, HELD } from "~/state/searchText";

const SHOWN = 8;
const DAY_MS = 86_400_000;
const AGO = [0, 1, 7, 30, 365];

/** What could stand at the end of a search text. */
export interface Suggestion {
  /** What it puts there. */
  text: string;
  label: string;
  hint: string;
}

interface Known {
  users: readonly User[];
  channels: readonly Channel[];
}

/** A filter's name while one is being written, its value once the name is there. */
export function suggestionsFor(text: string, known: Known): Suggestion[] {
  const filtered = /(?:^|\s)(\w+):("[^"]*|[^\s"]*)$/u.exec(text);
  if (!filtered) return filters(/(?:^|\s)(\w*)$/u.exec(text)?.[1] ?? "-");
  const [, filter = "", begun = ""] = filtered;
  const wanted = begun.replace(/^"/, "").replace(/^[@#]/, "").toLowerCase();
  return values(filter as Filter, known)
    .filter(({ name, also }) => [name, also].some((one) => one.toLowerCase().startsWith(wanted)))
    .filter(({ name }) => name.toLowerCase() !== wanted)
    .slice(0, SHOWN)
    .map(({ name, also }) => ({
      text: `${filter}:${/\s/u.test(name) ? `"${name}"` : name} `,
      label: `${filter}:${name}`,
      hint: also,
    }));
}

/** The text with the suggestion in place of what was begun. */
export function completed(text: string, suggestion: Suggestion): string {
  return text.replace(/(?:\w+:(?:"[^"]*|[^\s"]*)|\w*)$/u, "") + suggestion.text;
}

function filters(begun: string): Suggestion[] {
  return FILTERS.filter((name) => name.startsWith(begun.toLowerCase())).map((name) => ({
    text: `${name}:`,
    label: `${name}:`,
    hint: t(`search.filter_${name}`),
  }));
}

function values(filter: Filter, known: Known): { name: string; also: string }[] {
  switch (filter) {
    case "from":
    case "mentions":
      return [
        { name: "me", also: t("search.me") },
        ...known.users.map((user) => ({ name: user.username, also: displayName(user) ?? "" })),
      ];
    case "in":
      return known.channels.map((channel) => ({ name: channel.name, also: "" }));
    case "has":
      return HELD.map((name) => ({ name, also: t(`search.has_${name}`) }));
    case "pinned":
      return [
        { name: "true", also: t("moderation.yes") },
        { name: "false", also: t("moderation.no") },
      ];
    case "before":
    case "after":
      return AGO.map((days) => ({ name: isoDay(Date.now() - days * DAY_MS), also: agoText(days) }));
    default:
      return [];
  }
}

const isoDay = (ms: number) => {
  const day = new Date(ms);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
};

const agoText = (days: number) =>
  new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" }).format(
    -days,
    "day",
  );
