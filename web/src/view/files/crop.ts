/** Where a picture stands in the frame it is cut to: how much larger than needed, and how far from the middle, -1 to 1. */
export interface Cut {
  zoom: number;
  x: number;
  y: number;
}

export interface Extent {
  width: number;
  height: number;
}

export const MIDDLE: Cut = { zoom: 1, x: 0, y: 0 };
export const ZOOM_MAX = 4;

const scaleOf = (picture: Extent, frame: Extent, cut: Cut) =>
  Math.max(frame.width / picture.width, frame.height / picture.height) * cut.zoom;

const bounded = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** How far the picture may go to either side, in the frame's pixels. */
function slack(picture: Extent, frame: Extent, cut: Cut) {
  const scale = scaleOf(picture, frame, cut);
  return {
    x: Math.max(0, (picture.width * scale - frame.width) / 2),
    y: Math.max(0, (picture.height * scale - frame.height) / 2),
  };
}

/** The cut after the picture was pushed by so many of the frame's pixels; it never shows what lies beside it. */
export function pushed(picture: Extent, frame: Extent, cut: Cut, dx: number, dy: number): Cut {
  const room = slack(picture, frame, cut);
  return {
    zoom: cut.zoom,
    x: room.x ? bounded(cut.x + dx / room.x, -1, 1) : 0,
    y: room.y ? bounded(cut.y + dy / room.y, -1, 1) : 0,
  };
}

export const zoomed = (cut: Cut, zoom: number): Cut => ({ ...cut, zoom: bounded(zoom, 1, ZOOM_MAX) });

/** Where the picture stands, in shares of the frame. */
export function placed(picture: Extent, frame: Extent, cut: Cut) {
  const scale = scaleOf(picture, frame, cut);
  const room = slack(picture, frame, cut);
  return {
    width: (picture.width * scale) / frame.width,
    left: (cut.x * room.x + (frame.width - picture.width * scale) / 2) / frame.width,
    top: (cut.y * room.y + (frame.height - picture.height * scale) / 2) / frame.height,
  };
}

/** A picture cut to the frame, small enough to send inside of JSON. Moving ones stay as they are. */
export async function cropped(file: File, frame: Extent, cut: Cut = MIDDLE): Promise<string> {
  if (await moves(file)) return dataUri(file);
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = scaleOf(picture, frame, cut);
  const at = placed(picture, frame, cut);
  const canvas = document.createElement("canvas");
  canvas.width = frame.width;
  canvas.height = frame.height;
  canvas
    .getContext("2d")
    ?.drawImage(
      picture,
      (-at.left * frame.width) / scale,
      (-at.top * frame.height) / scale,
      frame.width / scale,
      frame.height / scale,
      0,
      0,
      frame.width,
      frame.height,
    );
  picture.close();
  const kind = file.type === "image/jpeg" ? "image/jpeg" : "image/png";
  return canvas.toDataURL(kind, 0.9);
}

const HEAD_BYTES = 4096;

/** GIFs, and WebP and PNG that say at their beginning that they move. */
export async function moves(file: Blob): Promise<boolean> {
  if (file.type === "image/gif") return true;
  if (file.type !== "image/webp" && file.type !== "image/png") return false;
  const head = new TextDecoder("latin1").decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return head.includes(file.type === "image/webp" ? "ANIM" : "acTL");
}

function dataUri(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
