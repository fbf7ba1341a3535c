export type Presence = "online" | "idle" | "dnd" | "offline" | "invisible";

/** Presence by shape as well as by colour: disc, crescent, bar, ring. */
export function PresenceDot(props: { status: Presence; label?: string | undefined; size?: number }) {
  const shape = () => {
    switch (props.status) {
      case "online":
        return <circle cx="6" cy="6" r="5" fill="var(--ok)" />;
      case "idle":
        return <path d="M6 1a5 5 0 1 0 5 5 4 4 0 0 1-5-5Z" fill="var(--warn)" />;
      case "dnd":
        return (
          <>
            <circle cx="6" cy="6" r="5" fill="var(--danger)" />
            <rect x="3" y="5" width="6" height="2" rx="1" fill="var(--bg-1)" />
          </>
        );
      default:
        return <circle cx="6" cy="6" r="3.75" fill="none" stroke="var(--offline)" stroke-width="2.5" />;
    }
  };
  return (
    <svg
      width={props.size ?? 12}
      height={props.size ?? 12}
      viewBox="0 0 12 12"
      role={props.label ? "img" : undefined}
      aria-label={props.label}
      aria-hidden={props.label ? undefined : "true"}
    >
      {shape()}
    </svg>
  );
}
