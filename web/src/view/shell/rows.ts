/** Arrow keys, Home and End move the focus among the `[data-row]` elements of a list. */
export function steerRows(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const target: Record<string, number> = {
    ArrowUp: at - 1,
    ArrowDown: at + 1,
    Home: 0,
    End: rows.length - 1,
  };
  const next = target[event.key];
  if (next === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, next))]?.focus();
}
