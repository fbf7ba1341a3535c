import { expect, test } from "vitest";
import type { Emoji } from "~/api/types";
import { loadEmoji } from "./emojiIndex";
import { spell } from "./spelling";

const own = [
  { id: "7", name: "rook", animated: false },
  { id: "8", name: "spin", animated: true },
  { id: "9", name: "wave", animated: false },
] as Emoji[];

test.each([
  ["well done :smile:", "well done 😄"],
  [":+1: :Heart:", "👍 ❤️"],
  ["a :rook: and a :spin:", "a <:rook:7> and a <a:spin:8>"],
  [":wave:", "<:wave:9>"],
  ["<:rook:7> stays", "<:rook:7> stays"],
  ["at 10:30:45 nothing happens", "at 10:30:45 nothing happens"],
  [":nobody_is_called_so:", ":nobody_is_called_so:"],
  ["`:smile:` is typed so", "`:smile:` is typed so"],
  ["```\n:smile:\n```", "```\n:smile:\n```"],
])("%s is sent as %s", async (typed, sent) => {
  expect(spell(typed, own, await loadEmoji())).toBe(sent);
});
