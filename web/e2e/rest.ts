import { PASSWORD } from "./people.ts";

/** Speaks to the server's API as a person does, to prepare what a test looks at and to compare with what it saw. */
export async function openRest(url: string, login: string) {
  const call = async (method: string, path: string, token?: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/v10${path}`, {
      method,
      headers: { "content-type": "application/json", ...(token && { authorization: token }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text ? JSON.parse(text) : undefined;
  };
  const { token } = await call("POST", "/auth/login", undefined, { login, password: PASSWORD });
  return {
    get: (path: string) => call("GET", path, token),
    post: (path: string, body: unknown) => call("POST", path, token, body),
    put: (path: string, body: unknown) => call("PUT", path, token, body),
    patch: (path: string, body: unknown) => call("PATCH", path, token, body),
    /** A form with files. */
    form: async (path: string, body: FormData) => {
      const answer = await fetch(`${url}/api/v10${path}`, {
        method: "POST",
        headers: { authorization: token },
        body,
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
      return JSON.parse(text);
    },
    remove: (path: string) => call("DELETE", path, token),
  };
}
