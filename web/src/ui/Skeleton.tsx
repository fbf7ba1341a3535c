/** A grey shape where something is about to be. */
export function Skeleton(props: { class?: string }) {
  return (
    <span aria-hidden="true" class={`breathe block rounded-sm bg-bg-3 ${props.class ?? "h-4 w-full"}`} />
  );
}
