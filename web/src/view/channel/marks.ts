/** Ctrl with a letter puts a mark around the selection, or takes it away again. */
export const MARKS: Record<string, string> = { b: "**", i: "*", u: "__", e: "`" };

export function applyMark(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const inside = value.slice(start, end);
  const wrapped =
    value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
  if (wrapped) {
    area.setRangeText(inside, start - mark.length, end + mark.length, "select");
    return;
  }
  area.setRangeText(mark + inside + mark, start, end, "select");
  area.setSelectionRange(start + mark.length, start + mark.length + inside.length);
}
