import { describe, expect, it } from "vitest";
import { fitted, throughServer } from "./shown";

describe("pictures of embeds", () => {
  it("are loaded through this server and from nowhere else", () => {
    globalThis.location = { href: "https://parley.example/channels/1" } as Location;
    expect(throughServer("/cdn/external/a/b")).toBe("/cdn/external/a/b");
    expect(throughServer("https://other.example/cdn/external/a/b")).toBe("/cdn/external/a/b");
    expect(throughServer("https://evil.example/x.png")).toBeUndefined();
    expect(throughServer("//evil.example/cdn/other")).toBeUndefined();
    expect(throughServer("javascript:alert(1)")).toBeUndefined();
    expect(throughServer(undefined)).toBeUndefined();
  });

  it("keep their proportions within their box", () => {
    expect(fitted(800, 400, 400, 300)).toEqual({ width: 400, height: 200 });
    expect(fitted(100, 50, 400, 300)).toEqual({ width: 100, height: 50 });
    expect(fitted(undefined, 50, 400, 300)).toBeUndefined();
  });
});
