import { t } from "~/i18n";

/** A key as it is printed on the keyboard, from `KeyboardEvent.code`: "Left Ctrl", "Y", "F8". */
export function keyName(code: string): string {
  const [, word, side] = /^(Control|Shift|Alt|Meta)(Left|Right)$/.exec(code) ?? [];
  if (word && side)
    return t(side === "Left" ? "voice.keyLeft" : "voice.keyRight", {
      key: word === "Control" ? "Ctrl" : word,
    });
  return code.replace(/^(Key|Digit)/, "").replace(/([a-z])([A-Z0-9])/g, "$1 $2");
}
