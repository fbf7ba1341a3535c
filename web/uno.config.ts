import { defineConfig, presetWind3, transformerVariantGroup } from "unocss";

/** Every colour is a token of src/ui/tokens.css, so that a theme is a change of custom properties and of nothing else. */
const tokens = {
  bg: {
    0: "var(--bg-0)",
    1: "var(--bg-1)",
    2: "var(--bg-2)",
    3: "var(--bg-3)",
    hover: "var(--bg-hover)",
    active: "var(--bg-active)",
    float: "var(--bg-float)",
  },
  fg: { 0: "var(--fg-0)", 1: "var(--fg-1)", 2: "var(--fg-2)" },
  accent: {
    DEFAULT: "var(--accent)",
    strong: "var(--accent-strong)",
    fg: "var(--accent-fg)",
    soft: "var(--accent-soft)",
  },
  danger: {
    DEFAULT: "var(--danger)",
    strong: "var(--danger-strong)",
    fg: "var(--danger-fg)",
    soft: "var(--danger-soft)",
  },
  ok: { DEFAULT: "var(--ok)", soft: "var(--ok-soft)" },
  warn: { DEFAULT: "var(--warn)", soft: "var(--warn-soft)" },
  line: { DEFAULT: "var(--border)", strong: "var(--border-strong)" },
  focus: "var(--focus)",
};

export default defineConfig({
  presets: [presetWind3({ dark: "class", preflight: "on-demand" })],
  transformers: [transformerVariantGroup()],
  theme: {
    colors: tokens,
    borderRadius: { sm: "var(--radius-s)", md: "var(--radius)", lg: "var(--radius-l)", full: "999px" },
    boxShadow: { low: "var(--shadow-low)", high: "var(--shadow-high)" },
    fontFamily: { sans: "var(--font)", mono: "var(--font-mono)" },
    aria: {
      checked: 'checked="true"',
      current: 'current="page"',
      disabled: 'disabled="true"',
      expanded: 'expanded="true"',
      invalid: 'invalid="true"',
      pressed: 'pressed="true"',
      selected: 'selected="true"',
    },
    breakpoints: { sm: "560px", md: "820px", lg: "1120px", xl: "1400px" },
  },
  shortcuts: {
    btn: "inline-flex items-center justify-center gap-2 min-h-9 px-4 rounded-md font-semibold text-sm leading-5 select-none cursor-pointer transition-colors border border-transparent aria-disabled:(op-55 cursor-not-allowed)",
    "btn-sm": "min-h-8 px-3 text-[0.8125rem]",
    "btn-lg": "min-h-11 px-5 text-[0.9375rem]",
    "btn-primary": "bg-accent text-accent-fg hover:bg-accent-strong shadow-low",
    "btn-secondary": "bg-bg-3 text-fg-0 border-line hover:bg-bg-active",
    "btn-ghost": "bg-transparent text-fg-1 hover:(bg-bg-hover text-fg-0)",
    "btn-danger": "bg-danger text-danger-fg hover:bg-danger-strong shadow-low",
    "btn-danger-quiet": "bg-transparent text-danger border-danger/40 hover:bg-danger-soft",
    "input-box":
      "w-full min-h-10 px-3 rounded-md bg-field text-fg-0 border border-line-strong text-[0.9375rem] transition-colors hover:border-fg-2 focus:(border-accent outline-none! shadow-[0_0_0_1px_var(--accent)]) aria-invalid:border-danger",
    "bg-field": "bg-[var(--bg-field)]",
    "label-text": "text-[0.8125rem] font-semibold text-fg-1",
    "hint-text": "text-[0.8125rem] leading-5 text-fg-2",
    card: "rounded-lg bg-bg-1 border border-line",
    float: "bg-bg-float border border-line rounded-md shadow-high",
    eyebrow: "text-xs font-bold tracking-[0.08em] uppercase text-fg-2",
    "title-lg": "text-2xl font-bold tracking-[-0.02em] leading-8 text-fg-0",
    "title-md": "text-lg font-bold tracking-[-0.012em] leading-6 text-fg-0",
    "title-sm": "text-[0.9375rem] font-semibold leading-5 text-fg-0",
  },
});
