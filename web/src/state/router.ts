import { createSignal, onCleanup } from "solid-js";
import type { Id } from "~/api/types";

export type Route =
  | { at: "home" }
  | { at: "channel"; guild: Id; channel?: Id; message?: Id }
  | { at: "invite"; code: string }
  | { at: "template"; code: string }
  | { at: "developers"; application?: Id }
  | { at: "authorize" }
  | { at: "login" }
  | { at: "register" }
  | { at: "setup" };

export type Router = ReturnType<typeof createRouter>;

export function parsePath(path: string): Route {
  const [head, first, second, third] = path.split("/").filter(Boolean).map(decodeURIComponent);
  if (head === "channels" && first)
    return {
      at: "channel",
      guild: first,
      ...(second && { channel: second }),
      ...(third && { message: third }),
    };
  if (head === "developers") return { at: "developers", ...(first && { application: first }) };
  if (head === "oauth2" && first === "authorize") return { at: "authorize" };
  if ((head === "invite" || head === "template") && first) return { at: head, code: first };
  if (head === "login" || head === "register" || head === "setup") return { at: head };
  return { at: "home" };
}

export function pathOf(route: Route): string {
  switch (route.at) {
    case "home":
      return "/";
    case "channel":
      return ["/channels", route.guild, route.channel, route.message].filter(Boolean).join("/");
    case "developers":
      return ["/developers", route.application].filter(Boolean).join("/");
    case "authorize":
      return "/oauth2/authorize";
    case "invite":
    case "template":
      return `/${route.at}/${encodeURIComponent(route.code)}`;
    default:
      return `/${route.at}`;
  }
}

/** The address bar as a signal. */
export function createRouter() {
  const [route, show] = createSignal<Route>(safely(location.pathname));
  const follow = () => show(safely(location.pathname));
  addEventListener("popstate", follow);
  onCleanup(() => removeEventListener("popstate", follow));
  const move = (target: Route, how: "pushState" | "replaceState") => {
    const path = pathOf(target);
    if (path !== location.pathname) history[how](null, "", path);
    show(target);
  };
  return {
    route,
    go: (target: Route) => move(target, "pushState"),
    /** As go, but the page left is forgotten by the Back button. */
    replace: (target: Route) => move(target, "replaceState"),
  };
}

/** A path with a broken percent escape is nobody's page. */
function safely(path: string): Route {
  try {
    return parsePath(path);
  } catch {
    return { at: "home" };
  }
}
