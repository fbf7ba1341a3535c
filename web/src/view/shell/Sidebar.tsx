import ChevronDown from "lucide-solid/icons/chevron-down";
import { createSignal, Show } from "solid-js";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Menu } from "~/ui/Menu";
import { VoiceBar } from "../call/VoiceBar";
import { ChannelList } from "./ChannelList";
import { guildMenu } from "./guildMenu";
import { UserBar } from "./UserBar";

/** The community at hand: its name, its channels, oneself. */
export function Sidebar(props: { guild: Guild | undefined }) {
  return (
    <div class="flex flex-col w-62 max-md:w-auto max-md:flex-1 min-w-0 shrink-0 h-full bg-bg-1 border-e border-line">
      <Show when={props.guild} fallback={<div class="flex-1" />}>
        {(guild) => (
          <>
            <Header guild={guild()} />
            <ChannelList guild={guild().id} />
          </>
        )}
      </Show>
      <VoiceBar />
      <UserBar />
    </div>
  );
}

function Header(props: { guild: Guild }) {
  const app = useApp();
  const [anchor, open] = createSignal<HTMLElement>();
  return (
    <header class="shrink-0 border-b border-line">
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor() !== undefined}
        class="flex items-center gap-2 w-full h-13 ps-4 pe-3 cursor-pointer transition-colors hover:bg-bg-hover -outline-offset-2"
        onClick={(event) => open(anchor() ? undefined : event.currentTarget)}
      >
        <h2 class="flex-1 min-w-0 truncate text-[0.9375rem] font-bold tracking-[-0.012em]">
          <bdi>{props.guild.name}</bdi>
        </h2>
        <ChevronDown size={17} class="text-fg-2" aria-hidden="true" />
        <span class="sr-only">{t("shell.communityMenu")}</span>
      </button>
      <Show when={anchor()}>
        {(button) => (
          <Menu
            anchor={button()}
            label={t("shell.communityMenu")}
            items={guildMenu(app, props.guild)}
            onClose={() => open(undefined)}
          />
        )}
      </Show>
    </header>
  );
}
