import Inbox from "lucide-solid/icons/inbox";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { IconButton } from "~/ui/IconButton";

const InboxPopover = lazy(() => import("./InboxPopover"));

/** Opens what waits for one. */
export function InboxButton() {
  const [inbox, openInbox] = createSignal<HTMLElement>();
  return (
    <>
      <IconButton
        label={t("search.inbox")}
        side="bottom"
        aria-haspopup="dialog"
        aria-expanded={inbox() !== undefined}
        onClick={(event) => openInbox(inbox() ? undefined : event.currentTarget)}
      >
        <Inbox size={19} />
      </IconButton>
      <Show when={inbox()}>
        {(anchor) => (
          <Suspense>
            <InboxPopover anchor={anchor()} onClose={() => openInbox(undefined)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}
