import { expect, test } from "vitest";
import { MIDDLE, moves, placed, pushed, zoomed } from "./crop";

const WIDE = { width: 400, height: 200 };
const SQUARE = { width: 100, height: 100 };

test("a picture fills the frame from the middle", () => {
  expect(placed(WIDE, SQUARE, MIDDLE)).toEqual({ width: 2, left: -0.5, top: 0 });
});

test("it is pushed as far as its edge and no further", () => {
  expect(placed(WIDE, SQUARE, pushed(WIDE, SQUARE, MIDDLE, 25, 25))).toEqual({
    width: 2,
    left: -0.25,
    top: 0,
  });
  expect(placed(WIDE, SQUARE, pushed(WIDE, SQUARE, MIDDLE, 900, 900)).left).toBe(0);
  expect(placed(WIDE, SQUARE, pushed(WIDE, SQUARE, MIDDLE, -900, 0)).left).toBe(-1);
});

test("zooming keeps it within bounds", () => {
  expect(zoomed(MIDDLE, 9).zoom).toBe(4);
  expect(zoomed(MIDDLE, 0).zoom).toBe(1);
  const near = pushed(WIDE, SQUARE, zoomed(MIDDLE, 2), 0, 1000);
  expect(placed(WIDE, SQUARE, near).top).toBe(0);
});

test("what moves is known by its beginning", async () => {
  expect(await moves(new Blob(["RIFF....WEBPVP8X....ANIM"], { type: "image/webp" }))).toBe(true);
  expect(await moves(new Blob(["RIFF....WEBPVP8 "], { type: "image/webp" }))).toBe(false);
  expect(await moves(new Blob(["\x89PNG....acTL"], { type: "image/png" }))).toBe(true);
  expect(await moves(new Blob(["JFIF"], { type: "image/jpeg" }))).toBe(false);
});
