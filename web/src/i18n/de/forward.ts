import type { forward as english } from "../en/forward";
import type { Translation } from "../types";

export const forward: Translation<typeof english> = {
  forward: "Weiterleiten",
  title: "Weiterleiten an",
  done: "Weitergeleitet",
  nowhere: "Kein Kanal passt.",
  forwarded: "Weitergeleitet",
  follow: "Diesem Kanal folgen",
  followTitle: "Wo sollen die Ankündigungen erscheinen?",
  followed: "Der Kanal folgt ab jetzt",
  publish: "Veröffentlichen",
  published: "An alle veröffentlicht, die folgen",
  follows: "lässt diesen Kanal folgen:",
};
