import type { Source } from "./wire";

/** How large and how often a screen is sent, and what gives way when the line does not carry it. */
export interface ScreenTier {
  fps: number;
  bitrate: number;
  mode: "text" | "motion";
}

/** The layers of a camera, smallest first: the numbers of PREFER and LAYERS_WANTED. */
export const SMALLEST = 0;
export const MIDDLE = 1;
export const LARGEST = 2;
/** What PREFER says for a picture that is not on the screen now. */
export const PAUSED = -1;

const CAMERA: Record<string, { layer: number; scale: number; bitrate: number }> = {
  q: { layer: SMALLEST, scale: 4, bitrate: 150_000 },
  h: { layer: MIDDLE, scale: 2, bitrate: 500_000 },
  f: { layer: LARGEST, scale: 1, bitrate: 1_700_000 },
};

/** Which layer a picture needs that is drawn so wide, in physical pixels. */
export const layerFor = (width: number) => (width > 800 ? LARGEST : width > 400 ? MIDDLE : SMALLEST);

/** Says what a sender encodes. A layer that nobody looks at costs no processor and no line. */
export function shape(
  parameters: RTCRtpSendParameters,
  source: Source,
  wanted: number,
  screen: ScreenTier | undefined,
) {
  if (source === "camera")
    for (const encoding of parameters.encodings) {
      const layer = CAMERA[encoding.rid ?? "f"] ?? { layer: SMALLEST, scale: 1, bitrate: 1_700_000 };
      encoding.active = layer.layer <= wanted;
      encoding.scaleResolutionDownBy = layer.scale;
      encoding.maxBitrate = layer.bitrate;
    }
  else if (source === "screen") {
    if (screen) parameters.degradationPreference = GIVES_WAY[screen.mode];
    for (const encoding of parameters.encodings) {
      encoding.active = wanted >= SMALLEST;
      if (screen) Object.assign(encoding, { maxBitrate: screen.bitrate, maxFramerate: screen.fps });
    }
  }
}

const GIVES_WAY = { text: "maintain-resolution", motion: "maintain-framerate" } as const;
