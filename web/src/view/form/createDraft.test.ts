import { createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { createDraft } from "./createDraft";

describe("createDraft", () => {
  const setUp = () =>
    createRoot(() => {
      const [source, setSource] = createSignal<{ name: string; topic: string | null }>({
        name: "general",
        topic: null,
      });
      return { draft: createDraft(source), setSource };
    });

  it("has no changes before anything is edited, and none after an edit is taken back", () => {
    const { draft } = setUp();
    expect(draft.dirty()).toBe(false);
    draft.edit({ name: "other" });
    draft.edit({ name: "general" });
    expect(draft.dirty()).toBe(false);
  });

  it("keeps only what differs", () => {
    const { draft } = setUp();
    draft.edit({ name: "general", topic: "Tea" });
    expect(draft.changes()).toEqual({ topic: "Tea" });
  });

  it("is clean again once the source says the same", () => {
    const { draft, setSource } = setUp();
    draft.edit({ topic: "Tea" });
    setSource({ name: "general", topic: "Tea" });
    expect(draft.dirty()).toBe(false);
  });

  it("lets untouched fields follow the source", () => {
    const { draft, setSource } = setUp();
    draft.edit({ topic: "Tea" });
    setSource({ name: "lounge", topic: null });
    expect(draft.value()).toEqual({ name: "lounge", topic: "Tea" });
  });
});
