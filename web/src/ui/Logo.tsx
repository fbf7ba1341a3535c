/** Parley's mark: a P that is a speech bubble, and in its eye the answer, a bubble that looks the other way. */
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
      <path d={VOICE} fill="var(--accent)" />
      <path d={ANSWER} fill="var(--accent-fg)" />
    </svg>
  );
}

export const VOICE = "M5 14A11.5 11.5 0 1 1 16.5 25.5H12V26.5a3.5 3.5 0 0 1-7 0Z";
const ANSWER = "M16.5 8.9a5.1 5.1 0 1 0 0 10.2h4.1a1 1 0 0 0 1-1V14a5.1 5.1 0 0 0-5.1-5.1Z";

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
