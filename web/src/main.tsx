import "virtual:uno.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { render } from "solid-js/web";
import { Root } from "./view/Root";

const place = document.getElementById("app");
if (place) render(() => <Root />, place);
