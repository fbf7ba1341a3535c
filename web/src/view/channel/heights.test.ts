import { describe, expect, it } from "vitest";
import { makeHeights } from "./heights";

const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => `r${index + from}`);

describe("heights", () => {
  it("are estimated until measured", () => {
    const heights = makeHeights(50);
    heights.setRows(rows(10));
    expect(heights.total()).toBe(500);
    expect(heights.measure("r2", 2, 80)).toBe(true);
    expect(heights.measure("r2", 2, 80)).toBe(false);
    expect([heights.top(2), heights.top(3), heights.total()]).toEqual([100, 180, 530]);
  });

  it("stay with their rows when others come before them", () => {
    const heights = makeHeights(50);
    heights.setRows(rows(10));
    heights.measure("r0", 0, 90);
    heights.setRows(["new", ...rows(10)]);
    expect(heights.top(2)).toBe(140);
    heights.setRows(rows(3));
    expect(heights.total()).toBe(190);
  });

  it("find the row at a distance", () => {
    const heights = makeHeights(50);
    heights.setRows(rows(1000));
    heights.measure("r1", 1, 200);
    expect([0, 49, 50, 249, 250, 1e9].map(heights.at)).toEqual([0, 0, 1, 1, 2, 999]);
    heights.setRows([]);
    expect(heights.at(10)).toBe(0);
  });

  it("take ten thousand rows lightly", () => {
    const heights = makeHeights(50);
    const many = rows(10_000);
    const start = performance.now();
    for (let n = 0; n < 100; n++) {
      heights.setRows([...many, `new${n}`]);
      heights.measure(`new${n}`, 10_000, 60);
      heights.at(250_000);
    }
    expect((performance.now() - start) / 100).toBeLessThan(20);
  });
});
