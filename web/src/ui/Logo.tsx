/**
 * Parley's mark: two voices, the second answering inside the first. Together they draw a P; the stem is the tail of the speech bubble.
 */
export function Logo(props: { size?: number }) {
  return (
    <svg
      width={props.size ?? 32}
      height={props.size ?? 32}
      viewBox="0 0 32 32"
      fill="none"
      aria-hidden="true"
      class="shrink-0"
    >
      <path
        d="M5 29V13.5A10.5 10.5 0 0 1 15.5 3h1A10.5 10.5 0 0 1 27 13.5v0A10.5 10.5 0 0 1 16.5 24H12l-7 5Z"
        fill="var(--accent)"
      />
      <circle cx="12" cy="13.5" r="2.1" fill="var(--accent-fg)" />
      <circle cx="20" cy="13.5" r="2.1" fill="var(--accent-fg)" />
    </svg>
  );
}

export function Wordmark(props: { size?: number }) {
  return (
    <span class="inline-flex items-center gap-2.5">
      <Logo size={props.size ?? 32} />
      <span
        class="font-bold tracking-[-0.04em] text-fg-0"
        style={{ "font-size": `${(props.size ?? 32) * 0.72}px` }}
      >
        parley
      </span>
    </span>
  );
}
