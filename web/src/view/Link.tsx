import { type JSX, splitProps } from "solid-js";
import { useApp } from "~/state/app";
import { pathOf, type Route } from "~/state/router";

interface LinkProps extends Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, "href" | "onClick"> {
  to: Route;
  onGo?: () => void;
}

/** A link within the client: an ordinary one for the middle button and the address bar, without a page load otherwise. */
export function Link(props: LinkProps) {
  const app = useApp();
  const [own, rest] = splitProps(props, ["to", "onGo"]);
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    app.router.go(own.to);
    own.onGo?.();
  };
  return <a {...rest} href={pathOf(own.to)} onClick={go} />;
}
