import Menu from "lucide-solid/icons/menu";
import MessageSquare from "lucide-solid/icons/message-square";
import { createMemo, createSignal, For, Show } from "solid-js";
import type { Channel, Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { ChannelView } from "../channel/ChannelView";
import { ChannelIcon } from "../shell/ChannelIcon";
import { Tile } from "./Tile";

/** A voice channel: those inside as tiles, their screens, and the channel's own chat. */
export default function CallView(props: { channel: Channel; guild: Guild }) {
  const app = useApp();
  const [chat, showChat] = createSignal(false);
  const [pinned, pin] = createSignal<string>();
  const inside = () => app.voice.in(props.channel.id);
  const joined = () => app.call.place()?.channel === props.channel.id;
  const tiles = createMemo(() =>
    inside().flatMap((state) => [
      { key: `${state.user_id}/camera`, state, source: "camera" as const },
      ...(state.self_stream ? [{ key: `${state.user_id}/screen`, state, source: "screen" as const }] : []),
    ]),
  );
  const large = () => tiles().find((one) => one.key === pinned());
  const small = () => tiles().filter((one) => one.key !== pinned());
  return (
    <div class="flex flex-1 min-w-0 min-h-0">
      <section
        class="flex flex-col flex-1 min-w-0 min-h-0"
        classList={{ "max-md:hidden": chat() }}
        aria-label={props.channel.name}
      >
        <header class="flex items-center gap-2 h-13 shrink-0 px-4 border-b border-line">
          <span class="md:hidden">
            <IconButton label={t("shell.navigation")} onClick={() => app.layout.openDrawer("channels")}>
              <Menu size={20} />
            </IconButton>
          </span>
          <ChannelIcon channel={props.channel} />
          <h1 class="flex-1 min-w-0 truncate text-[0.9375rem] font-bold">
            <bdi>{props.channel.name}</bdi>
          </h1>
          <IconButton label={t("call.chat")} pressed={chat()} onClick={() => showChat(!chat())}>
            <MessageSquare size={19} />
          </IconButton>
        </header>
        <div class="flex flex-col flex-1 min-h-0 overflow-y-auto p-4 gap-3">
          <Show when={large()} keyed>
            {(one) => (
              <div class="flex flex-1 min-h-0">
                <Tile state={one.state} source={one.source} large pinned onPin={() => pin(undefined)} />
              </div>
            )}
          </Show>
          <Show when={tiles().length} fallback={<p class="m-auto text-fg-2">{t("call.empty")}</p>}>
            <ul
              class="grid gap-3 auto-rows-fr"
              classList={{ "flex-1": !large(), "max-h-40": Boolean(large()) }}
              style={{ "grid-template-columns": "repeat(auto-fit, minmax(min(100%, 15rem), 1fr))" }}
              aria-label={t("call.people", { channel: props.channel.name })}
            >
              <For each={small()}>
                {(one) => (
                  <li class="flex min-h-35">
                    <Tile state={one.state} source={one.source} onPin={() => pin(one.key)} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <Show when={!joined()}>
            <div class="flex justify-center shrink-0 pb-2">
              <Button
                kind="primary"
                disabled={!app.rights.mayIn("connect", props.channel.id)}
                onClick={() => app.call.join(props.guild.id, props.channel.id)}
              >
                {t("call.enter")}
              </Button>
            </div>
          </Show>
        </div>
      </section>
      <Show when={chat()}>
        <aside
          class="flex w-105 max-md:w-full shrink-0 min-h-0 border-s border-line"
          aria-label={t("call.chat")}
        >
          <ChannelView channel={props.channel} guild={props.guild} beside />
          <span class="md:hidden fixed end-3 top-2">
            <IconButton label={t("call.chat")} pressed onClick={() => showChat(false)}>
              <MessageSquare size={19} />
            </IconButton>
          </span>
        </aside>
      </Show>
    </div>
  );
}
