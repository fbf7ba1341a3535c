import type { en } from "../en";
import type { Translation } from "../types";

type Whole = { readonly [A in keyof typeof en]: Translation<(typeof en)[A]> };

/** English has the list of areas; here each file is one, and a test sees that none is missing. */
const areas = import.meta.glob<Partial<Whole>>(["./*.ts", "!./index.ts"], { eager: true });

export const de: Whole = Object.assign({}, ...Object.values(areas));
