import Server from "lucide-solid/icons/server";
import { Match, Show, Switch } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { isThread } from "~/state/channels";
import { isPrivate } from "~/state/home";
import { Button } from "~/ui/Button";
import { Skeleton } from "~/ui/Skeleton";
import { ChannelIcon } from "../shell/ChannelIcon";
import { useConversation } from "./conversation";
import { titleOf } from "./names";

/** Above the oldest loaded message: the channel's beginning, or what stands for messages still to come. */
export function ChannelStart() {
  const app = useApp();
  const conversation = useConversation();
  const line = () => app.messages.in(conversation.channel().id);
  return (
    <Switch fallback={<Ghosts count={line()?.loaded ? 4 : 9} />}>
      <Match when={line()?.failed}>
        <div class="flex flex-col items-center gap-3 py-8">
          <p role="alert" class="text-sm text-fg-1">
            {t("chat.loadFailed")}
          </p>
          <Button
            kind="secondary"
            size="sm"
            onClick={() => void app.history.retry(conversation.channel().id)}
          >
            {t("common.retry")}
          </Button>
        </div>
      </Match>
      <Match when={line()?.atStart}>
        <div class="px-4 pt-12 pb-5">
          <span class="flex items-center justify-center w-16 h-16 rounded-lg bg-accent-soft [&_span]:text-accent rotate--3">
            <ChannelIcon channel={conversation.channel()} size={30} />
          </span>
          <h2 class="mt-4 text-[1.75rem] leading-9 font-bold tracking-[-0.025em]">
            {isPrivate(conversation.channel()) || isThread(conversation.channel())
              ? titleOf(app, conversation.channel())
              : t("chat.startTitle", { channel: titleOf(app, conversation.channel()) })}
          </h2>
          <p class="mt-1 max-w-150 text-fg-1">
            {isPrivate(conversation.channel())
              ? t("home.startText", { name: titleOf(app, conversation.channel()) })
              : conversation.channel().topic ||
                t("chat.startText", { channel: titleOf(app, conversation.channel()) })}
          </p>
          <Show when={isPrivate(conversation.channel())}>
            <p class="flex items-start gap-2 mt-3 max-w-150 text-sm text-fg-2">
              <Server size={16} class="shrink-0 mt-0.5" aria-hidden="true" />
              {t("home.notEncrypted")}
            </p>
          </Show>
        </div>
      </Match>
    </Switch>
  );
}

const WIDTHS = ["w-60%", "w-35%", "w-75%", "w-45%", "w-55%", "w-30%", "w-65%", "w-40%", "w-50%"];

function Ghosts(props: { count: number }) {
  return (
    <div class="flex flex-col gap-5 px-4 py-4" aria-hidden="true">
      {WIDTHS.slice(0, props.count).map((width) => (
        <div class="flex gap-4">
          <Skeleton class="w-10 h-10 rounded-full! shrink-0" />
          <div class="flex flex-col gap-2 flex-1 pt-1">
            <Skeleton class="h-3.5 w-28" />
            <Skeleton class={`h-3.5 ${width}`} />
          </div>
        </div>
      ))}
    </div>
  );
}
