export type Heights = ReturnType<typeof makeHeights>;

/** Where each row of a long list lies, from measured heights where a row was once on the screen and from an estimate elsewhere. */
export function makeHeights(estimate: number) {
  const measured = new Map<string, number>();
  let rows: readonly string[] = [];
  let tops = new Float64Array(1);
  /** From this row on, `tops` is out of date. */
  let staleFrom = 0;

  const settle = () => {
    for (let at = staleFrom; at < rows.length; at++)
      tops[at + 1] = (tops[at] ?? 0) + (measured.get(rows[at] ?? "") ?? estimate);
    staleFrom = rows.length;
  };
  return {
    setRows: (next: readonly string[]) => {
      let same = 0;
      while (same < rows.length && same < next.length && rows[same] === next[same]) same++;
      rows = next;
      if (tops.length < next.length + 1) {
        const grown = new Float64Array(Math.max(next.length + 1, tops.length * 2));
        grown.set(tops);
        tops = grown;
      }
      staleFrom = Math.min(staleFrom, same);
    },
    /** Whether the height was news. */
    measure: (row: string, index: number, height: number): boolean => {
      if (measured.get(row) === height) return false;
      measured.set(row, height);
      staleFrom = Math.min(staleFrom, index);
      return true;
    },
    top: (index: number): number => {
      settle();
      return tops[Math.max(0, Math.min(index, rows.length))] ?? 0;
    },
    total: (): number => {
      settle();
      return tops[rows.length] ?? 0;
    },
    /** The row in which this distance from the top lies. */
    at: (distance: number): number => {
      settle();
      let low = 0;
      let high = rows.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((tops[middle] ?? 0) <= distance) low = middle;
        else high = middle - 1;
      }
      return Math.max(0, low);
    },
  };
}
