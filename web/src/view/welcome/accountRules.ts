/** What the server accepts, said before it is asked. */
export const USERNAME_MAX_CHARS = 32;
export const PASSWORD_MIN_CHARS = 8;
export const PASSWORD_MAX_CHARS = 128;

export const isUsername = (name: string) => /^[a-z0-9._]{2,32}$/.test(name) && !name.includes("..");

/** What a person types as a username, made to fit while they type. */
export const asUsername = (typed: string) =>
  typed.toLowerCase().replace(/\s+/g, "_").slice(0, USERNAME_MAX_CHARS);

/** 0 nothing, 1 weak, 2 fair, 3 strong: length first, variety second. */
export function passwordStrength(password: string): 0 | 1 | 2 | 3 {
  if (!password) return 0;
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
  const distinct = new Set(password).size;
  if (password.length < PASSWORD_MIN_CHARS || distinct < 5) return 1;
  if (password.length >= 16 || (password.length >= 11 && kinds >= 3)) return 3;
  return password.length >= 11 || kinds >= 3 ? 2 : 1;
}

/** The code of an invite, from a code or any link that ends in one. */
export function inviteCodeOf(typed: string): string {
  const path = pathOf(typed);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The code of a template, from a link to one. */
export const templateCodeOf = (typed: string) => /\/template\/([^/]+)$/.exec(pathOf(typed))?.[1];

const pathOf = (typed: string) =>
  typed
    .trim()
    .replace(/[?#].*$/, "")
    .replace(/\/+$/, "");
