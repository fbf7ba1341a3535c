import { createEffect, createSignal, on } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { useConversation } from "./conversation";

/** Reads new messages of others aloud; the list itself is silent, since scrolling puts rows in too. */
export function LiveRegion() {
  const app = useApp();
  const conversation = useConversation();
  const [spoken, speak] = createSignal("");
  const line = () => app.messages.in(conversation.channel().id);
  createEffect(
    on(
      () => (line()?.atEnd && line()?.loaded ? line()?.items.at(-1)?.id : undefined),
      (id, before) => {
        const message = id && before ? app.messages.find(conversation.channel().id, id) : undefined;
        if (!message || message.author.id === app.session.me()?.id) return;
        const name = app.members.name(conversation.guild().id, message.author.id, message.author);
        speak(t("chat.spoken", { name, text: message.content }));
      },
    ),
  );
  return (
    <div class="sr-only" aria-live="polite" aria-atomic="true">
      {spoken()}
    </div>
  );
}
