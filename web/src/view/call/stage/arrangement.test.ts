import { expect, test } from "vitest";
import { arrange, RATIO } from "./arrangement";

const GAP = 12;

test("tiles fill the room without sticking out of it, however many there are", () => {
  for (let count = 1; count <= 16; count++) {
    const { columns, width } = arrange(count, 1_100, 700, GAP);
    const rows = Math.ceil(count / columns);
    expect(columns * width + (columns - 1) * GAP).toBeLessThanOrEqual(1_100);
    expect(rows * (width / RATIO) + (rows - 1) * GAP).toBeLessThanOrEqual(701);
  }
});

test("on a phone two people stand below each other, on a wide screen side by side", () => {
  expect(arrange(2, 366, 600, GAP).columns).toBe(1);
  expect(arrange(2, 1_100, 600, GAP).columns).toBe(2);
});

test("a crowd scrolls instead of shrinking to nothing", () => {
  const { columns, width } = arrange(60, 366, 500, GAP);
  expect(columns).toBe(2);
  expect(width).toBeGreaterThanOrEqual(150);
});
