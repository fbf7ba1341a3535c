import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { fill, languageFor, setLanguage, t } from "./index";
import type { Area, Text } from "./types";

const placeholders = (text: Text) => {
  const forms = typeof text === "string" ? [text] : Object.values(text);
  return [...new Set(forms.flatMap((form) => form?.match(/\{\w+\}/g) ?? []))].sort();
};

describe("translations", () => {
  const areas = Object.entries(en) as [keyof typeof en, Area][];

  it.each(areas)("%s has the same keys in English and German", (name, area) => {
    expect(Object.keys(de[name]).sort()).toEqual(Object.keys(area).sort());
  });

  it.each(areas)("%s has the same placeholders in English and German", (name, area) => {
    for (const [key, text] of Object.entries(area)) {
      expect([key, placeholders((de[name] as Area)[key] ?? "")]).toEqual([key, placeholders(text)]);
    }
  });

  it.each(areas)("%s has no empty text", (name, area) => {
    for (const text of [...Object.values(area), ...Object.values(de[name] as Area)])
      expect(text).not.toBe("");
  });
});

describe("t", () => {
  it("chooses the plural form and formats numbers by the language", async () => {
    expect(t("common.members", { count: 1 })).toBe("1 member");
    expect(t("common.members", { count: 1200 })).toBe("1,200 members");
    await setLanguage("de");
    expect(t("common.members", { count: 1200 })).toBe("1.200 Mitglieder");
    await setLanguage("en");
  });

  it("never treats a parameter as a template", () => {
    expect(fill("Hello {name}", "en", { name: "{count}", count: 2 })).toBe("Hello {count}");
  });

  it("finds the nearest language", () => {
    expect(languageFor("de-AT")).toBe("de");
    expect(languageFor("xx", "de")).toBe("de");
    expect(languageFor("xx")).toBe("en");
  });
});
