import { createSignal } from "solid-js";
import { en } from "./en";
import type { Area, ParamNames, Text } from "./types";

type English = typeof en;

/** Every key: "area.key". */
export type Key = { [A in keyof English & string]: `${A}.${keyof English[A] & string}` }[keyof English &
  string];

type TextOf<K extends Key> = K extends `${infer A extends keyof English & string}.${infer N}`
  ? N extends keyof English[A]
    ? English[A][N]
    : never
  : never;

type Params<K extends Key> = [ParamNames<TextOf<K>>] extends [never]
  ? []
  : [Record<ParamNames<TextOf<K>>, string | number>];

export type Dictionary = Readonly<Record<string, Area>>;

/** The languages there are, with the name that each gives itself. */
export const LANGUAGES = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
] as const;

export type Language = (typeof LANGUAGES)[number]["value"];

const LOADERS: Record<Language, () => Promise<Dictionary>> = {
  en: async () => en,
  de: async () => (await import("./de")).de,
};

const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ur"]);

// The language belongs to the document, as its `lang` attribute does, so it is one for the page and not one for each app.
const [current, change] = createSignal<{ language: Language; texts: Dictionary }>({
  language: "en",
  texts: en,
});

/** The language on the screen. */
export const language = (): Language => current().language;

/** The nearest language that exists for a locale such as "de-AT". */
export function languageFor(...locales: readonly string[]): Language {
  for (const locale of locales) {
    const found = LANGUAGES.find((candidate) => candidate.value === locale.toLowerCase().split("-")[0]);
    if (found) return found.value;
  }
  return "en";
}

/** Loads a language and then shows it; until then the former one stays. */
export async function setLanguage(wanted: Language): Promise<void> {
  const texts = await LOADERS[wanted]();
  change({ language: wanted, texts });
  if (typeof document === "undefined") return;
  document.documentElement.lang = wanted;
  document.documentElement.dir = RIGHT_TO_LEFT.has(wanted) ? "rtl" : "ltr";
}

/** The text for a key in the language on the screen; a key that it lacks is answered in English. */
export function t<K extends Key>(key: K, ...params: Params<K>): string {
  const { language: spoken, texts } = current();
  return fill(find(texts, key) ?? find(en, key) ?? key, spoken, params[0] ?? {});
}

function find(texts: Dictionary, key: string): Text | undefined {
  const dot = key.indexOf(".");
  return texts[key.slice(0, dot)]?.[key.slice(dot + 1)];
}

/** Chooses the plural form and puts the parameters in. */
export function fill(text: Text, spoken: string, params: Readonly<Record<string, string | number>>): string {
  const count = Number(params.count ?? 0);
  const form =
    typeof text === "string" ? text : (text[new Intl.PluralRules(spoken).select(count)] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return typeof value === "number" ? new Intl.NumberFormat(spoken).format(value) : (value ?? whole);
  });
}
