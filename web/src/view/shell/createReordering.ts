import type { Placement } from "~/api/guilds";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { useApp } from "~/state/app";
import { useToasts } from "~/ui/Toast";
import { refusalText } from "../form/refusalTexts";
import { dropped, stepped } from "./ordering";

const KIND = "application/x-parley-channel";

/** Moves a channel one place; the events that follow show it. */
export async function moveChannel(app: App, channel: Channel, by: 1 | -1) {
  const guild = channel.guild_id ?? "";
  const placements = stepped(app.channels.groups(guild), channel, by);
  if (placements.length) await app.api.guilds.arrangeChannels(guild, placements);
  return placements.length > 0;
}

/** What makes the rows of channels movable: by dragging, and with Ctrl+Shift and the arrows. */
export function createReordering() {
  const app = useApp();
  const toasts = useToasts();
  const may = (channel: Channel) => app.rights.mayIn("manageChannels", channel.id);
  const attempt = (deed: Promise<unknown>) =>
    deed.catch((refusal) => toasts.show(refusalText(refusal), "danger"));
  const place = (guild: string, placements: Placement[]) =>
    placements.length > 0 && void attempt(app.api.guilds.arrangeChannels(guild, placements));
  const mark = (event: DragEvent & { currentTarget: HTMLElement }, on: boolean) =>
    event.currentTarget.toggleAttribute("data-drop", on);

  /** To be spread on the element around a row. */
  return (channel: () => Channel) => ({
    get draggable() {
      return may(channel());
    },
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData(KIND, channel().id);
      event.stopPropagation();
    },
    onDragOver: (event: DragEvent & { currentTarget: HTMLElement }) => {
      if (!event.dataTransfer?.types.includes(KIND)) return;
      event.preventDefault();
      mark(event, true);
    },
    onDragLeave: (event: DragEvent & { currentTarget: HTMLElement }) => mark(event, false),
    onDrop: (event: DragEvent & { currentTarget: HTMLElement }) => {
      mark(event, false);
      const moved = app.channels.of(event.dataTransfer?.getData(KIND));
      const guild = channel().guild_id ?? "";
      if (!moved || moved.guild_id !== guild) return;
      event.preventDefault();
      place(guild, dropped(app.channels.groups(guild), moved, channel()));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
      if (!by || !event.shiftKey || !(event.ctrlKey || event.metaKey) || !may(channel())) return;
      event.preventDefault();
      event.stopPropagation();
      const name = channel().name;
      void attempt(
        moveChannel(app, channel(), by).then((moved) => moved && toasts.show(t("shell.moved", { name }))),
      );
    },
  });
}
