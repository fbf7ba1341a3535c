import { createSignal, Match, Suspense, Switch } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME } from "~/state/home";
import { Popover } from "~/ui/Popover";
import { Tabs } from "~/ui/Tabs";
import { InboxMentions } from "./InboxMentions";
import { InboxReports } from "./InboxReports";
import { InboxUnreads } from "./InboxUnreads";

type Tab = "mentions" | "unreads" | "reports";

/** What waits for one: who called, what is unread, what became of one's reports. */
export default function InboxPopover(props: { anchor: HTMLElement; onClose: () => void }) {
  const app = useApp();
  const [tab, setTab] = createSignal<Tab>("mentions");
  const go = (guild: string, channel: string, message?: string) => {
    props.onClose();
    app.router.go({ at: "channel", guild, channel, ...(message && { message }) });
  };
  return (
    <Popover
      anchor={props.anchor}
      side="bottom"
      label={t("search.inbox")}
      class="w-110 p-3"
      onClose={props.onClose}
    >
      <Tabs<Tab>
        label={t("search.inbox")}
        tabs={[
          { value: "mentions", label: t("search.mentions") },
          { value: "unreads", label: t("search.unreads") },
          { value: "reports", label: t("search.reports") },
        ]}
        value={tab()}
        onValue={setTab}
      >
        <Suspense>
          <Switch>
            <Match when={tab() === "mentions"}>
              <InboxMentions onGo={(message, guild) => go(guild, message.channel_id, message.id)} />
            </Match>
            <Match when={tab() === "unreads"}>
              <InboxUnreads onGo={(channel) => go(channel.guild_id ?? HOME, channel.id)} />
            </Match>
            <Match when={tab() === "reports"}>
              <InboxReports />
            </Match>
          </Switch>
        </Suspense>
      </Tabs>
    </Popover>
  );
}
