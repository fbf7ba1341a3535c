import X from "lucide-solid/icons/x";
import { createResource, For, Show } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { IconButton } from "~/ui/IconButton";
import { Popover } from "~/ui/Popover";
import { createDeed } from "../form/createDeed";
import { Hit } from "./Hit";

/** What called one lately, newest first. */
export default function InboxPopover(props: { anchor: HTMLElement; onClose: () => void }) {
  const app = useApp();
  const attempt = createDeed();
  const [mentions, { mutate }] = createResource(() => app.api.people.mentions());
  const guildOf = (message: Message) => app.channels.of(message.channel_id)?.guild_id ?? HOME;
  const go = (message: Message) => {
    props.onClose();
    app.router.go({
      at: "channel",
      guild: guildOf(message),
      channel: message.channel_id,
      message: message.id,
    });
  };
  const dismiss = (message: Message) => {
    mutate((all) => all?.filter((one) => one.id !== message.id));
    attempt(app.api.people.dismiss(message.id));
  };
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("search.inbox")}
      class="w-110 p-3"
      onClose={props.onClose}
    >
      <h2 class="title-sm px-1 pb-2">{t("search.inbox")}</h2>
      <Show when={mentions()?.length === 0 || mentions.error}>
        <p class="px-1 py-8 text-sm text-center text-fg-2">
          {mentions.error ? t("chat.loadFailed") : t("search.noMentions")}
        </p>
      </Show>
      <ul class="flex flex-col gap-2">
        <For each={mentions.error ? [] : mentions()}>
          {(message) => (
            <Hit
              message={message}
              places={[]}
              guild={guildOf(message)}
              onGo={() => go(message)}
              aside={
                <IconButton size="sm" label={t("search.dismiss")} onClick={() => dismiss(message)}>
                  <X size={15} />
                </IconButton>
              }
            />
          )}
        </For>
      </ul>
    </Popover>
  );
}
