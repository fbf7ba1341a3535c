/** Marks that reorder what follows them, with which an address can be made to look like another one. */
const REORDERING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const TRAILING = /[.,:;!?'"*_~|]$/;

/** The address as a browser would go to it, or undefined unless it is http or https. */
export function safeHref(text: string): string | undefined {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}

export const withoutReordering = (text: string) => text.replace(REORDERING, "");

/** A bare address in running text ends before the punctuation of the sentence around it. */
export function bareAddress(text: string, at: number): string | undefined {
  const pattern = /https?:\/\/[^\s<>]+/iy;
  pattern.lastIndex = at;
  let address = pattern.exec(text)?.[0];
  while (address) {
    if (TRAILING.test(address)) address = address.slice(0, -1);
    else if (address.endsWith(")") && count(address, ")") > count(address, "("))
      address = address.slice(0, -1);
    else break;
  }
  return address && safeHref(address) ? address : undefined;
}

const count = (text: string, char: string) => text.split(char).length - 1;
