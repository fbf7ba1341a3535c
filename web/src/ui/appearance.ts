export type Theme = "dark" | "light" | "system" | "contrast";

export interface Appearance {
  theme: Theme;
  compact: boolean;
  reducedMotion: boolean;
}

/** Writes the appearance on <html>, where tokens.css reads it. */
export function applyAppearance(look: Appearance, root: HTMLElement = document.documentElement): void {
  root.dataset.theme = look.theme;
  root.dataset.density = look.compact ? "compact" : "cosy";
  root.dataset.motion = look.reducedMotion ? "reduced" : "full";
}
