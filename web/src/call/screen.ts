import type { ScreenTier } from "./layers";

/** How a screen is shared: how large, how often, and at which rate at most. */
export const TIERS = {
  "1080p60": { height: 1_080, fps: 60, bitrate: 8_000_000 },
  "1080p30": { height: 1_080, fps: 30, bitrate: 5_000_000 },
  "720p30": { height: 720, fps: 30, bitrate: 2_500_000 },
  "480p24": { height: 480, fps: 24, bitrate: 900_000 },
} as const;

export type Tier = keyof typeof TIERS;

export interface ScreenWish {
  tier: Tier;
  mode: "text" | "motion";
  sound: boolean;
}

export const tierOf = (wish: ScreenWish): ScreenTier => ({ ...TIERS[wish.tier], mode: wish.mode });

/** Asks the person what to share. */
export async function captureScreen(wish: ScreenWish): Promise<MediaStream> {
  const { height, fps } = TIERS[wish.tier];
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { height: { max: height }, frameRate: { max: fps } },
    audio: wish.sound && { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  });
  for (const track of stream.getVideoTracks()) track.contentHint = wish.mode === "text" ? "detail" : "motion";
  return stream;
}
