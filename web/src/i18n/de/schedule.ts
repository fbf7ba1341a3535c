import type { schedule as english } from "../en/schedule";
import type { Translation } from "../types";

export const schedule: Translation<typeof english> = {
  events: "Veranstaltungen",
  none: "Nichts geplant",
  noneText: "Plane ein Treffen, ein Spiel oder einen Spaziergang und sieh, wer Interesse hat.",
  create: "Veranstaltung planen",
  name: "Wie heißt sie?",
  description: "Was geschieht dort?",
  where: "Wo?",
  elsewhere: "Anderswo",
  place: "Ort oder Adresse",
  begins: "Beginnt",
  ends: "Endet",
  running: "Jetzt",
  interested: "Interessiert",
  count: { one: "{count} interessiert", other: "{count} interessiert" },
  start: "Beginnen",
  end: "Beenden",
  cancel: "Absagen",
  endsBefore: "Das Ende muss nach dem Beginn liegen.",
};
