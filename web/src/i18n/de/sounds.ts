import type { sounds as english } from "../en/sounds";
import type { Translation } from "../types";

export const sounds: Translation<typeof english> = {
  board: "Soundboard",
  boardText: "Kurze Klänge, die Mitglieder allen in ihrem Sprachkanal vorspielen.",
  standard: "Für alle",
  none: "Nichts heißt so.",
  find: "Klang suchen",
  play: "{name} abspielen",
  volume: "Lautstärke des Soundboards",
  add: "Klang hinzufügen",
  addTitle: "Klang hinzufügen",
  addText: "MP3, Ogg oder WAV, höchstens 5,2 Sekunden und 512 kB.",
  choose: "Datei wählen",
  chosen: "Gewählt: {file}",
  name: "Name",
  emoji: "Emoji",
  loudness: "So laut hören es andere: {percent} %",
  edit: "{name} ändern",
  editTitle: "Klang ändern",
  remove: "{name} entfernen",
  invalid: "Das ist kein Klang, der sich hier verwenden lässt.",
  tooLong: "Der Klang ist zu lang.",
  tooLarge: "Die Datei ist zu groß.",
};
