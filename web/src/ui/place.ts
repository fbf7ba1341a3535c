export type Side = "top" | "bottom" | "start" | "end";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Room {
  width: number;
  height: number;
  rtl: boolean;
}

const EDGE = 8;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/**
 * Where a floating box of a size goes beside its anchor: on the wanted side, on the opposite one where that does not fit, never
 * outside the window. `align` is along the anchor's edge: its start (menus) or its middle (tooltips).
 */
export function place(
  anchor: Box,
  size: { width: number; height: number },
  room: Room,
  side: Side,
  align: "start" | "middle",
  gap = 6,
) {
  const middle = align === "middle";
  if (side === "top" || side === "bottom") {
    const above = anchor.top - gap - size.height;
    const below = anchor.top + anchor.height + gap;
    const fitsBelow = below + size.height <= room.height - EDGE;
    const goesBelow = side === "bottom" ? fitsBelow || above < EDGE : above < EDGE && fitsBelow;
    const start = room.rtl ? anchor.left + anchor.width - size.width : anchor.left;
    const left = middle ? anchor.left + (anchor.width - size.width) / 2 : start;
    return within(left, goesBelow ? below : above, size, room);
  }
  const before = anchor.left - gap - size.width;
  const after = anchor.left + anchor.width + gap;
  const wantsRight = (side === "end") !== room.rtl;
  const fitsRight = after + size.width <= room.width - EDGE;
  const goesRight = wantsRight ? fitsRight || before < EDGE : before < EDGE && fitsRight;
  const top = middle ? anchor.top + (anchor.height - size.height) / 2 : anchor.top;
  return within(goesRight ? after : before, top, size, room);
}

function within(left: number, top: number, size: { width: number; height: number }, room: Room) {
  return {
    left: Math.round(clamp(left, EDGE, Math.max(EDGE, room.width - size.width - EDGE))),
    top: Math.round(clamp(top, EDGE, Math.max(EDGE, room.height - size.height - EDGE))),
  };
}

/** Places an element that is already shown beside its anchor. */
export function placeElement(element: HTMLElement, anchor: Box, side: Side, align: "start" | "middle"): void {
  const room = {
    width: innerWidth,
    height: innerHeight,
    rtl: getComputedStyle(document.documentElement).direction === "rtl",
  };
  const at = place(anchor, { width: element.offsetWidth, height: element.offsetHeight }, room, side, align);
  element.style.left = `${at.left}px`;
  element.style.top = `${at.top}px`;
}
