import Inbox from "lucide-solid/icons/inbox";

/** What an empty part of the inbox says. */
export function InboxNothing(props: { text: string }) {
  return (
    <div class="flex flex-col items-center gap-3 px-4 py-10 text-center text-sm text-fg-2">
      <Inbox size={26} aria-hidden="true" />
      <p>{props.text}</p>
    </div>
  );
}
