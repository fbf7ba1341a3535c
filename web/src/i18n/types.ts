/** A text with a number in it: one form for each of the language's plural categories, chosen by `count`. */
export type Plural = { readonly other: string } & {
  readonly [category in Exclude<Intl.LDMLPluralRule, "other">]?: string;
};

export type Text = string | Plural;

/** The texts of one part of the screen. */
export type Area = Readonly<Record<string, Text>>;

/** The same keys with other words: what a translation of an area must be. */
export type Translation<A extends Area> = { readonly [K in keyof A]: A[K] extends string ? string : Plural };

type NamesIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The names of the placeholders of a text; a plural always needs `count`. */
export type ParamNames<T> = T extends string
  ? NamesIn<T>
  : T extends { other: infer S extends string }
    ? NamesIn<S> | "count"
    : never;
