import { createEffect, createMemo, createSignal, on, onCleanup, onMount } from "solid-js";
import { makeHeights } from "./heights";

const ESTIMATE_PX = 56;
const OVERSCAN_PX = 700;
const AT_END_PX = 12;
/** Layout that has not settled by then is left to the next frame, rather than to hang the page. */
const MAX_PASSES = 25;

/** What must stay where it is: the end of the list, or a row at a distance below the upper edge. */
type Anchor = "end" | { row: string; offset: number };

interface Needs {
  rows: () => readonly string[];
  /** Whether the last row is the end of everything, so that the view may stick to it. */
  endIsReal: () => boolean;
  /** The first row that is content; what stands before it is a placeholder, to which nobody wants to be held. */
  firstRow: () => number;
  /** Called when the user or the content brings the view near a border. */
  near: (border: "top" | "bottom") => void;
}

export type Scroller = ReturnType<typeof createScroller>;

/**
 * Shows a window of a long list of rows of unknown heights. The anchor is the truth and the scroll position follows it: whenever rows
 * come, go or turn out higher than estimated, the position is set anew, so nothing jumps under the reader's eyes; only the reader's own
 * scrolling moves the anchor.
 */
export function createScroller(needs: Needs) {
  const heights = makeHeights(ESTIMATE_PX);
  const [view, setView] = createSignal({ top: 0, height: 0 });
  const [version, bump] = createSignal(0);
  const [atEnd, setAtEnd] = createSignal(true);
  const indexOf = createMemo(() => new Map(needs.rows().map((row, index) => [row, index])));
  let anchor: Anchor = "end";
  let port: HTMLElement | undefined;
  let ours = -1;
  let holding = false;
  let passes = 0;
  /** Within a flush of effects, changes of signals reach the page only after it; the effect below then runs again. */
  let inFlush = false;
  const fresh = new Set<HTMLElement>();

  const laidOut = createMemo(
    () => {
      heights.setRows(needs.rows());
      return version();
    },
    undefined,
    { equals: false },
  );

  const range = createMemo(
    () => {
      laidOut();
      const { top, height } = view();
      const start = heights.at(Math.max(0, top - OVERSCAN_PX));
      const end = Math.min(needs.rows().length, heights.at(top + height + OVERSCAN_PX) + 1);
      return { start, end, before: heights.top(start), after: heights.total() - heights.top(end) };
    },
    undefined,
    {
      equals: (a, b) =>
        a.start === b.start && a.end === b.end && a.before === b.before && a.after === b.after,
    },
  );

  /** Measures what has just been put on the page; true when that changes where things are. */
  const measureFresh = () => {
    let news = false;
    for (const element of fresh) {
      const index = indexOf().get(element.dataset.id ?? "");
      const { height } = element.getBoundingClientRect();
      if (index !== undefined && height > 0)
        news = heights.measure(element.dataset.id ?? "", index, height) || news;
    }
    fresh.clear();
    return news;
  };
  /**
   * Puts the view where the anchor is. That may bring new rows, whose true heights move things again; every row is measured when it
   * first appears and before anything is computed from it, so this ends.
   */
  const hold = () => {
    if (!port || holding || ++passes > MAX_PASSES) return;
    if (passes === 1)
      queueMicrotask(() => {
        passes = 0;
      });
    holding = true;
    do {
      if (measureFresh()) bump((n) => n + 1);
      const end = heights.total() - port.clientHeight;
      const target = Math.round(Math.max(0, anchor === "end" ? end : Math.min(rowTop(anchor), end)));
      if (Math.abs(port.scrollTop - target) > 0.5) port.scrollTop = target;
      ours = port.scrollTop;
      setView({ top: port.scrollTop, height: port.clientHeight });
    } while (fresh.size > 0 && !inFlush);
    holding = false;
    watch();
  };
  const rowTop = (held: { row: string; offset: number }) => {
    const index = indexOf().get(held.row);
    return index === undefined ? (port?.scrollTop ?? 0) : heights.top(index) - held.offset;
  };
  const below = () => (port ? port.scrollHeight - port.scrollTop - port.clientHeight : 0);
  const isAtEnd = () => below() < AT_END_PX && needs.endIsReal();
  const watch = () => {
    setAtEnd(isAtEnd());
    if ((port?.scrollTop ?? 0) < OVERSCAN_PX) needs.near("top");
    if (below() < OVERSCAN_PX) needs.near("bottom");
  };
  const scrolled = () => {
    if (!port || Math.abs(port.scrollTop - ours) < 1) return;
    ours = -1;
    const index = Math.max(heights.at(port.scrollTop), needs.firstRow());
    const row = needs.rows()[index];
    // First the anchor: a change of the view makes rows, and those are put where the anchor says.
    anchor = isAtEnd() || row === undefined ? "end" : { row, offset: heights.top(index) - port.scrollTop };
    setView({ top: port.scrollTop, height: port.clientHeight });
    watch();
  };

  const sizes = new ResizeObserver((entries) => {
    let news = false;
    for (const entry of entries) {
      const row = (entry.target as HTMLElement).dataset.id;
      if (!row) continue;
      const height = entry.borderBoxSize[0]?.blockSize ?? 0;
      const index = indexOf().get(row);
      if (index !== undefined && height > 0) news = heights.measure(row, index, height) || news;
    }
    if (news) bump((n) => n + 1);
    hold();
  });
  onCleanup(() => sizes.disconnect());
  createEffect(
    on([laidOut, range], () => {
      inFlush = true;
      hold();
      inFlush = false;
    }),
  );

  return {
    range,
    atEnd,
    /** The element that scrolls. */
    port: (element: HTMLElement) => {
      port = element;
      onMount(() => {
        sizes.observe(element);
        hold();
      });
    },
    scrolled,
    /** Every row is measured as long as it exists. */
    row: (element: HTMLElement) => {
      fresh.add(element);
      sizes.observe(element);
      onCleanup(() => {
        fresh.delete(element);
        sizes.unobserve(element);
      });
    },
    toEnd: () => {
      anchor = "end";
      hold();
    },
    /** Brings a row to a third of the height; false when there is no such row. */
    toRow: (row: string): boolean => {
      if (!indexOf().has(row)) return false;
      anchor = { row, offset: (port?.clientHeight ?? 0) / 3 };
      hold();
      return true;
    },
    /** By keyboard. */
    by: (fraction: number) => port?.scrollBy({ top: port.clientHeight * fraction }),
  };
}
