import type { alerts as english } from "../en/alerts";
import type { Translation } from "../types";

export const alerts: Translation<typeof english> = {
  title: "Benachrichtigungen",
  text: "Wann Parley dir etwas sagt. Was du wählst, gilt auf allen deinen Geräten.",
  device: "Dieses Gerät",
  granted:
    "Dieser Browser darf Benachrichtigungen zeigen. Ändern kannst du das in den Einstellungen des Browsers.",
  quiet: "Ruhezeiten",
  quietText: "In dieser Zeit klingelt nichts und nichts erscheint. Nachrichten warten auf dich.",
  quietOn: "Jeden Tag Ruhe geben",
  from: "Von",
  to: "Bis",
  keywords: "Wörter, die dich rufen",
  keywordsText:
    "Du hörst von Nachrichten mit diesen Wörtern, als würden sie dich erwähnen. Nur du kennst sie.",
  word: "Wort oder Wendung",
  addWord: "Hinzufügen",
  removeWord: "{word} entfernen",
  privacy: "Privatsphäre",
  privacyText: "Wer dich um Freundschaft bitten und wer dir schreiben darf.",
  asking: "Wer dich um Freundschaft bitten darf",
  askAll: "Alle",
  askFriends: "Freunde deiner Freunde",
  askGuilds: "Mitglieder deiner Communitys",
  writing: "Wer dir schreiben darf",
  writingText: "Freunde dürfen immer, Blockierte nie.",
  newGuilds: "Mitglieder von Communitys, denen du beitrittst",
  newGuildsText: "Gilt für jede neue Community; unten änderst du es für eine einzelne.",
  guildMayWrite: "Mitglieder von {guild}",
};
