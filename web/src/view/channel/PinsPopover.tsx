import PinOff from "lucide-solid/icons/pin-off";
import { createResource, For, Match, Show, Switch } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";
import { createDeed } from "../form/createDeed";
import { NameColour } from "../NameColour";
import { useConversation } from "./conversation";
import { MessageText } from "./MessageText";
import { when } from "./times";

export default function PinsPopover(props: { anchor: HTMLElement; onClose: () => void }) {
  const app = useApp();
  const conversation = useConversation();
  const attempt = createDeed();
  const channel = conversation.channel().id;
  const [pins, { mutate }] = createResource(() => app.api.channels.pins(channel));
  const unpin = (message: Message) => {
    mutate((all) => all?.filter((one) => one.id !== message.id));
    attempt(app.api.channels.unpin(channel, message.id));
  };
  const go = (message: Message) => {
    props.onClose();
    void conversation.jumpTo(message.id);
  };
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("chat.pins")}
      class="w-105 p-3"
      onClose={props.onClose}
    >
      <h2 class="title-sm px-1 pb-2">{t("chat.pins")}</h2>
      <Switch>
        <Match when={pins.loading}>
          <div class="flex justify-center py-8 text-fg-2">
            <Spinner label={t("common.loading")} />
          </div>
        </Match>
        <Match when={pins.error}>
          <p class="px-1 py-6 text-sm text-center text-fg-1">{t("chat.loadFailed")}</p>
        </Match>
        <Match when={pins()?.length === 0}>
          <p class="px-1 py-8 text-sm text-center text-fg-2">{t("chat.noPins")}</p>
        </Match>
        <Match when={pins()}>
          <ul class="flex flex-col gap-2">
            <For each={pins()}>
              {(message) => (
                <li class="relative p-3 rounded-md bg-bg-2 border border-line">
                  <div class="flex items-center gap-2 mb-1">
                    <Avatar
                      id={message.author.id}
                      name={nameOf(message)}
                      src={avatarUrl(message.author)}
                      size={22}
                    />
                    <NameColour
                      guild={conversation.guild().id}
                      user={message.author.id}
                      class="text-sm font-semibold truncate"
                    >
                      {nameOf(message)}
                    </NameColour>
                    <span class="text-xs text-fg-2">{when(message.timestamp)}</span>
                    <span class="flex-1" />
                    <button
                      type="button"
                      class="px-2 min-h-7 rounded-sm text-xs font-semibold text-accent cursor-pointer hover:underline"
                      onClick={() => go(message)}
                    >
                      {t("chat.jump")}
                    </button>
                    <Show when={app.rights.mayIn("manageMessages", channel)}>
                      <IconButton size="sm" label={t("chat.unpin")} onClick={() => unpin(message)}>
                        <PinOff size={15} />
                      </IconButton>
                    </Show>
                  </div>
                  <MessageText message={message} />
                </li>
              )}
            </For>
          </ul>
        </Match>
      </Switch>
    </Popover>
  );

  function nameOf(message: Message) {
    return app.members.name(conversation.guild().id, message.author.id, message.author);
  }
}
