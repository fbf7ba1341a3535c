import CheckCheck from "lucide-solid/icons/check-check";
import X from "lucide-solid/icons/x";
import { createResource, createSignal, For, onCleanup, Show } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { createAttempt } from "../form/createAttempt";
import { createDeed } from "../form/createDeed";
import { Hit } from "../search/Hit";
import { InboxNothing } from "./InboxNothing";

const PAGE = 25;

/** What called one lately, newest first. */
export function InboxMentions(props: { onGo(message: Message, guild: string): void }) {
  const app = useApp();
  const deed = createDeed();
  const { busy, attempt } = createAttempt();
  const [more, setMore] = createSignal(false);
  const [mentions, { mutate }] = createResource(async () => {
    const page = await app.api.people.mentions();
    setMore(page.length === PAGE);
    return page;
  });
  const all = () => (mentions.error ? [] : (mentions() ?? []));
  const without = (id: string) => mutate((known) => known?.filter((one) => one.id !== id));
  onCleanup(
    app.listen((event) => {
      if (event.t === "RECENT_MENTION_DELETE") without(event.d.message_id);
      if (event.t === "MESSAGE_CREATE" && app.reads.concernsMe(event.d))
        mutate((known) => [event.d, ...(known ?? [])]);
    }),
  );
  const guildOf = (message: Message) => app.channels.of(message.channel_id)?.guild_id ?? HOME;
  const older = () =>
    attempt(async () => {
      const page = await app.api.people.mentions(all().at(-1)?.id);
      setMore(page.length === PAGE);
      mutate((known) => [...(known ?? []), ...page]);
    });
  const dismiss = (message: Message) => {
    without(message.id);
    deed(app.api.people.dismiss(message.id));
  };
  const dismissAll = () => {
    const shown = all();
    mutate([]);
    setMore(false);
    for (const message of shown) deed(app.api.people.dismiss(message.id));
  };
  return (
    <Show
      when={all().length > 0}
      fallback={
        <Show when={!mentions.loading}>
          <InboxNothing text={t(mentions.error ? "chat.loadFailed" : "search.noMentions")} />
        </Show>
      }
    >
      <div class="flex justify-end pb-2">
        <Button size="sm" kind="ghost" icon={<CheckCheck size={16} />} onClick={dismissAll}>
          {t("search.dismissAll")}
        </Button>
      </div>
      <ul class="flex flex-col gap-2">
        <For each={all()}>
          {(message) => (
            <Hit
              message={message}
              places={[]}
              guild={guildOf(message)}
              onGo={() => props.onGo(message, guildOf(message))}
              aside={
                <IconButton size="sm" label={t("search.dismiss")} onClick={() => dismiss(message)}>
                  <X size={15} />
                </IconButton>
              }
            />
          )}
        </For>
      </ul>
      <Show when={more()}>
        <div class="flex justify-center pt-3">
          <Button kind="secondary" size="sm" busy={busy()} onClick={() => void older()}>
            {t("search.more")}
          </Button>
        </div>
      </Show>
    </Show>
  );
}
