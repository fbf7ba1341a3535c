/** How a screen is shared: how large, how often, and whether sharpness or movement matters more. */
export const TIERS = {
  "1080p60": { height: 1_080, fps: 60 },
  "1080p30": { height: 1_080, fps: 30 },
  "720p30": { height: 720, fps: 30 },
  "480p24": { height: 480, fps: 24 },
} as const;

export type Tier = keyof typeof TIERS;

export interface ScreenWish {
  tier: Tier;
  mode: "text" | "motion";
  sound: boolean;
}

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
