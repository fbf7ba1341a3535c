import Plus from "lucide-solid/icons/plus";
import UsersRound from "lucide-solid/icons/users-round";
import X from "lucide-solid/icons/x";
import { createMemo, createSignal, For, Show } from "solid-js";
import { avatarUrl, groupIconUrl } from "~/api/cdn";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { HOME, otherOf } from "~/state/home";
import { Avatar } from "~/ui/Avatar";
import { Badge } from "~/ui/Badge";
import { ContextMenu } from "~/ui/ContextMenu";
import { IconButton } from "~/ui/IconButton";
import { VoiceBar } from "../call/VoiceBar";
import { titleOf } from "../channel/names";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { steerRows } from "../shell/rows";
import { statusName } from "../shell/status";
import { UserBar } from "../shell/UserBar";
import { conversationMenu, leaveConversation } from "./conversationMenu";

const ROW =
  "flex items-center gap-2.5 w-full min-h-11 px-2 rounded-sm text-[0.9375rem] hover:no-underline transition-colors -outline-offset-2";

/** Friends, and the conversations that are open. */
export default function HomeSidebar() {
  const app = useApp();
  const [wanted, setWanted] = createSignal("");
  const shown = createMemo(() => {
    const text = wanted().trim().toLowerCase();
    return app.channels.conversations().filter((one) => one.name.toLowerCase().includes(text));
  });
  const atFriends = () => {
    const route = app.router.route();
    return route.at === "channel" && route.guild === HOME && !route.channel;
  };
  return (
    <div class="flex flex-col w-62 max-md:w-auto max-md:flex-1 min-w-0 shrink-0 h-full bg-bg-1 border-e border-line">
      <header class="flex items-center h-13 shrink-0 px-2 border-b border-line">
        <input
          type="search"
          class="input-box h-8.5! min-h-8.5!"
          aria-label={t("home.find")}
          placeholder={t("home.find")}
          value={wanted()}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      </header>
      <nav
        aria-label={t("home.conversations")}
        class="flex-1 min-h-0 overflow-y-auto px-2 py-3"
        onKeyDown={steerRows}
      >
        <Link
          to={{ at: "channel", guild: HOME }}
          onGo={app.layout.closeDrawer}
          data-row=""
          aria-current={atFriends() ? "page" : undefined}
          class={ROW}
          classList={{
            "bg-bg-active text-fg-0 font-semibold": atFriends(),
            "text-fg-1 hover:bg-bg-hover": !atFriends(),
          }}
        >
          <UsersRound size={19} aria-hidden="true" />
          <span class="flex-1">{t("home.friends")}</span>
          <Show when={app.friends.incoming().length}>
            {(count) => <Badge kind="mention">{count()}</Badge>}
          </Show>
        </Link>
        <div class="flex items-center gap-1 mt-4 mb-1 ps-2">
          <h2 class="eyebrow flex-1">{t("home.conversations")}</h2>
          <IconButton
            label={t("home.start")}
            size="sm"
            onClick={() => app.overlays.open({ kind: "new-conversation" })}
          >
            <Plus size={16} />
          </IconButton>
        </div>
        <For each={shown()} fallback={<p class="px-2 py-3 text-sm text-fg-2">{t("home.none")}</p>}>
          {(channel) => <Row channel={channel} />}
        </For>
      </nav>
      <VoiceBar />
      <UserBar />
    </div>
  );
}

function Row(props: { channel: Channel }) {
  const app = useApp();
  const attempt = createDeed();
  const here = () => app.openChannel() === props.channel.id;
  const calls = () => (here() ? 0 : app.reads.mentions(props.channel.id));
  const unread = () => !here() && app.reads.unread(props.channel.id);
  const other = () => otherOf(props.channel);
  const name = () => titleOf(app, props.channel);
  const status = () => {
    const user = other();
    return user ? app.presence.status(user) : undefined;
  };
  return (
    <ContextMenu label={props.channel.name} items={() => conversationMenu(app, props.channel, attempt)}>
      <div class="group relative flex items-center">
        <Link
          to={{ at: "channel", guild: HOME, channel: props.channel.id }}
          onGo={app.layout.closeDrawer}
          data-row=""
          aria-current={here() ? "page" : undefined}
          class={ROW}
          classList={{
            "bg-bg-active text-fg-0 font-semibold": here(),
            "text-fg-0 font-semibold hover:bg-bg-hover": unread(),
            "text-fg-2 hover:(bg-bg-hover text-fg-1)": !here() && !unread(),
          }}
        >
          <Avatar
            id={other() ?? props.channel.id}
            name={name()}
            src={
              other()
                ? avatarUrl(props.channel.recipients?.find((one) => one.id === other()))
                : groupIconUrl(props.channel)
            }
            size={32}
            status={status()}
            statusLabel={statusName(status() ?? "offline")}
          />
          <bdi class="flex-1 min-w-0 truncate">{name()}</bdi>
          <Show when={calls()}>
            <Badge kind="mention" label={t("shell.mentions", { count: calls() })}>
              {Math.min(calls(), 99)}
            </Badge>
          </Show>
        </Link>
        <IconButton
          label={t(other() ? "home.close" : "home.leave")}
          size="sm"
          class="absolute end-1 op-0 focus-visible:op-100 group-hover:op-100 max-md:hidden"
          onClick={() => leaveConversation(app, props.channel, attempt)}
        >
          <X size={15} />
        </IconButton>
      </div>
    </ContextMenu>
  );
}
