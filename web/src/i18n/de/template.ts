import type { template as english } from "../en/template";
import type { Translation } from "../types";

export const template: Translation<typeof english> = {
  title: "Vorlage",
  text: "Ein Link, mit dem andere eine Community wie diese beginnen: mit ihren Einstellungen, Rollen, Kanälen und deren Rechten. Niemand und nichts Gesagtes steht darin.",
  name: "Name der Vorlage",
  description: "Wofür sie gut ist",
  make: "Vorlage anlegen",
  made: "Die Vorlage wurde angelegt.",
  link: "Link zur Vorlage",
  save: "Änderungen speichern",
  saved: "Die Vorlage wurde geändert.",
  current: "Die Vorlage ist so, wie die Community jetzt ist.",
  dirty: "Die Community hat sich seitdem geändert.",
  synchronise: "Änderungen übernehmen",
  synchronised: "Die Vorlage ist auf dem neuesten Stand.",
  taken: "Zuletzt übernommen: {when}",
  uses: {
    one: "{count} Community wurde daraus gemacht.",
    other: "{count} Communitys wurden daraus gemacht.",
  },
  remove: "Vorlage löschen",
  removeTitle: "Vorlage löschen?",
  removeText: "Ihr Link führt dann nirgendwohin. Communitys, die daraus entstanden sind, bleiben.",
  removed: "Die Vorlage wurde gelöscht.",

  by: "Eine Vorlage von {name}",
  byNobody: "Eine Vorlage",
  begins: "Womit du beginnst",
  channels: { one: "{count} Kanal", other: "{count} Kanäle" },
  roles: { one: "{count} Rolle", other: "{count} Rollen" },
  start: "Damit eine Community beginnen",
  needsAccount: "Melde dich an oder lege ein Konto an, um damit eine Community zu beginnen.",
  invalidTitle: "Diese Vorlage führt nirgendwohin",
  invalidText: "Sie wurde gelöscht, oder der Link ist nicht vollständig.",
  exists: "Eine Community hat höchstens eine Vorlage.",
};
