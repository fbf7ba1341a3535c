import type { guild as english } from "../en/guild";
import type { Translation } from "../types";

export const guild: Translation<typeof english> = {
  prune: "Aufräumen",
  pruneTitle: "Abwesende entfernen?",
  pruneText:
    "Wer so lange nicht hier war, verlässt die Community. Mit einer neuen Einladung kann jeder zurückkommen.",
  pruneDays: "Abwesend seit",
  pruneRoles: "Auch mit diesen Rollen",
  pruneCount: {
    one: "{count} Mitglied würde entfernt.",
    other: "{count} Mitglieder würden entfernt.",
  },
  pruneNobody: "Niemand würde entfernt.",
  pruneDone: { one: "{count} Mitglied wurde entfernt.", other: "{count} Mitglieder wurden entfernt." },
  pruneAction: { one: "{count} Mitglied entfernen", other: "{count} Mitglieder entfernen" },

  vanity: "Eigener Link",
  vanityText: "Eine Einladung, die nie endet, mit einem Code deiner Wahl.",
  vanityCode: "Code des Links",
  vanityHint: "3 bis 25 Buchstaben, Ziffern und Bindestriche. Ohne Code gibt es keinen solchen Link.",
  vanitySaved: "Der Link wurde geändert.",
  vanityUses: { one: "{count} Person kam darüber.", other: "{count} Personen kamen darüber." },
  codeTaken: "Dieser Code ist vergeben, reserviert oder nicht möglich.",
};
