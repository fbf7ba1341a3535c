/** How many tiles stand beside each other, and how wide each is. */
export interface Arrangement {
  columns: number;
  width: number;
}

export const RATIO = 16 / 9;
const NARROWEST = 150;

/** The arrangement in which so many tiles of 16:9 are largest; where they would get too small, it scrolls. */
export function arrange(count: number, width: number, height: number, gap: number): Arrangement {
  let best: Arrangement = { columns: 1, width: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const across = (width - gap * (columns - 1)) / columns;
    const down = ((height - gap * (rows - 1)) / rows) * RATIO;
    const tile = Math.floor(Math.min(across, down));
    if (tile > best.width) best = { columns, width: tile };
  }
  if (best.width >= NARROWEST) return best;
  const columns = Math.max(1, Math.floor((width + gap) / (NARROWEST + gap)));
  return { columns, width: Math.floor((width - gap * (columns - 1)) / columns) };
}
