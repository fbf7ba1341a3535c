import "virtual:uno.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "solid-js/web";
import { Root } from "./view/Root";

const place = document.getElementById("app");
if (place) render(() => <Root />, place);

// Browsers offer service workers only where the page came safely: over https, or from this machine.
if (import.meta.env.PROD && "serviceWorker" in navigator)
  addEventListener("load", () => void navigator.serviceWorker.register("/sw.js").catch(() => undefined));
