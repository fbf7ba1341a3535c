import { createMemo, For, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { useConversation } from "./conversation";

const NAMED = 3;

/** Who is writing. The line keeps its height, so that nothing moves when somebody starts. */
export function Typing() {
  const app = useApp();
  const conversation = useConversation();
  const names = createMemo(() =>
    app.typing.in(conversation.channel().id).map((user) => app.members.name(conversation.guild().id, user)),
  );
  const text = () => {
    const [first = "", second = "", third = ""] = names();
    if (names().length > NAMED) return t("chat.typingMany");
    if (names().length === NAMED) return t("chat.typingThree", { first, second, third });
    return names().length === 2
      ? t("chat.typingTwo", { first, second })
      : t("chat.typingOne", { name: first });
  };
  return (
    <div class="flex items-center gap-2 h-6 px-2 text-xs text-fg-1 overflow-hidden">
      <Show when={names().length}>
        <span class="typing-dots" aria-hidden="true">
          <For each={[0, 1, 2]}>{() => <i />}</For>
        </span>
        <span class="truncate">{text()}</span>
      </Show>
    </div>
  );
}
