import Plus from "lucide-solid/icons/plus";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Spinner } from "~/ui/Spinner";
import { Tabs } from "~/ui/Tabs";
import { TextInput } from "~/ui/TextInput";
import { useConversation } from "../channel/conversation";
import { when } from "../channel/times";
import { createArchive } from "./createArchive";
import { openThread } from "./openThread";

type Tab = "active" | "archived";

/** All threads of a channel, those put away among them. */
export default function ThreadBrowser(props: { anchor: HTMLElement; onClose(): void }) {
  const app = useApp();
  const conversation = useConversation();
  const channel = conversation.channel().id;
  const [tab, choose] = createSignal<Tab>("active");
  const [sought, seek] = createSignal("");
  const archive = createArchive(() => channel, { sought, chosen: () => [], sort: () => "activity" });
  createEffect(() => tab() === "archived" && !archive.opened() && !archive.busy() && archive.load());
  const active = () =>
    app.channels
      .threads(channel)
      .filter((thread) => !thread.thread_metadata?.archived && thread.name.toLowerCase().includes(wanted()));
  const wanted = () => sought().trim().toLowerCase();
  const show = (thread: Channel) => {
    props.onClose();
    openThread(app, thread);
  };
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("thread.threads")}
      class="w-95 p-3"
      onClose={props.onClose}
    >
      <div class="flex items-center justify-between px-1 pb-2">
        <h2 class="title-sm">{t("thread.threads")}</h2>
        <Show when={app.rights.mayIn("createPublicThreads", channel)}>
          <Button
            size="sm"
            kind="secondary"
            onClick={() => {
              props.onClose();
              app.overlays.open({ kind: "start-thread", channel });
            }}
          >
            <Plus size={15} /> {t("thread.start")}
          </Button>
        </Show>
      </div>
      <div class="px-1 pb-2">
        <TextInput
          type="search"
          hideLabel
          label={t("thread.searchThreads")}
          placeholder={t("thread.searchThreads")}
          value={sought()}
          onValue={seek}
          maxLength={100}
        />
      </div>
      <Tabs<Tab>
        label={t("thread.threads")}
        value={tab()}
        onValue={choose}
        tabs={[
          { value: "active", label: t("thread.active") },
          { value: "archived", label: t("thread.archived") },
        ]}
      >
        <Switch>
          <Match when={tab() === "active"}>
            <Rows threads={active()} empty={t("thread.noActive")} onOpen={show} />
          </Match>
          <Match when={archive.busy() && !archive.posts().length}>
            <div class="flex justify-center py-6">
              <Spinner label={t("common.loading")} />
            </div>
          </Match>
          <Match when={tab() === "archived"}>
            <Rows threads={archive.posts()} empty={t("thread.noArchived")} onOpen={show} />
            <Show when={archive.more() && archive.posts().length}>
              <Button size="sm" kind="ghost" busy={archive.busy()} onClick={archive.load}>
                {t("thread.more")}
              </Button>
            </Show>
          </Match>
        </Switch>
      </Tabs>
    </Popover>
  );
}

function Rows(props: { threads: Channel[]; empty: string; onOpen(thread: Channel): void }) {
  const app = useApp();
  return (
    <Show
      when={props.threads.length}
      fallback={<p class="px-1 py-6 text-sm text-center text-fg-2">{props.empty}</p>}
    >
      <ul class="flex flex-col gap-0.5 max-h-100 overflow-y-auto">
        <For each={props.threads}>
          {(thread) => (
            <li>
              <button
                type="button"
                class="flex flex-col w-full px-2 py-1.5 rounded-sm text-start cursor-pointer hover:bg-bg-hover"
                onClick={() => props.onOpen(thread)}
              >
                <span class="flex items-center gap-2 min-w-0">
                  <bdi
                    class="truncate"
                    classList={{
                      "font-bold": app.reads.unread(thread.id),
                      "font-medium": !app.reads.unread(thread.id),
                    }}
                  >
                    {thread.name}
                  </bdi>
                  <Show when={app.reads.unread(thread.id)}>
                    <span class="sr-only">{t("shell.unread")}</span>
                    <span aria-hidden="true" class="w-2 h-2 shrink-0 rounded-full bg-accent" />
                  </Show>
                </span>
                <span class="text-xs text-fg-2">
                  {t("thread.messages", { count: thread.message_count ?? 0 })}
                  {" · "}
                  {when(thread.thread_metadata?.archive_timestamp ?? "")}
                </span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
