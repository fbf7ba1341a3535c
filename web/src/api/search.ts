import type { Request } from "./client";
import type { Id, Message } from "./types";

export interface SearchAnswer {
  total_results: number;
  messages: Message[][];
  /** By message, where the words stand in its text. */
  highlights: Record<Id, [number, number][]>;
  doing_deep_historical_index: boolean;
}

type Values = Record<string, string | number | boolean | readonly string[] | undefined>;

export const makeSearchApi = (request: Request) => ({
  guild: (guild: Id, values: Values) =>
    request<SearchAnswer>("GET", `/guilds/${guild}/messages/search${queryOf(values)}`),
  conversations: (values: Values) =>
    request<SearchAnswer>("GET", `/users/@me/messages/search${queryOf(values)}`),
  channel: (channel: Id, values: Values) =>
    request<SearchAnswer>("GET", `/channels/${channel}/messages/search${queryOf(values)}`),
});

/** A list repeats its name. */
function queryOf(values: Values) {
  const pairs = Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === ""
      ? []
      : [value].flat().map((one) => [name, String(one)] as [string, string]),
  );
  return `?${new URLSearchParams(pairs)}`;
}
