import ChartBar from "lucide-solid/icons/chart-bar";
import CornerUpLeft from "lucide-solid/icons/corner-up-left";
import Smile from "lucide-solid/icons/face-slightly-smiling";
import Mic from "lucide-solid/icons/mic";
import SendHorizontal from "lucide-solid/icons/send-horizontal";
import X from "lucide-solid/icons/x";
import { createEffect, createSignal, lazy, onMount, Show, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CommandEntry } from "~/state/commands";
import { isPrivate } from "~/state/home";
import { encode } from "~/state/mentions";
import { IconButton } from "~/ui/IconButton";
import { spellEmojis } from "../emoji/spelling";
import { AttachButton } from "../files/AttachButton";
import { pasted } from "../files/taking";
import { useConversation } from "./conversation";
import { createSlowMode } from "./createSlowMode";
import { createTypingNotice } from "./createTypingNotice";
import { Editor, type EditorHandle } from "./Editor";
import { namesIn, titleOf } from "./names";
import { SlowNotice } from "./SlowNotice";

const CommandForm = lazy(() => import("../bots/CommandForm"));
const AttachTray = lazy(() => import("../files/AttachTray"));
const VoiceRecorder = lazy(() => import("../files/VoiceRecorder"));
const canRecord = typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices);
const EmojiPicker = lazy(() => import("../emoji/EmojiPicker"));
const MAX_CHARS = 4000;
/** Where the count of what is left begins to be shown. */
const NEARLY_FULL = 200;

/** Where one writes. The draft survives leaving the channel and closing the page. */
export function Composer(props: { onSent: () => void; onEditLast: () => void }) {
  const app = useApp();
  const conversation = useConversation();
  const channel = conversation.channel().id;
  const [ping, setPing] = createSignal(true);
  const [command, use] = createSignal<CommandEntry>();
  const [recording, record] = createSignal(false);
  const [picking, pick] = createSignal<HTMLElement>();
  const typing = createTypingNotice(channel);
  let editor: EditorHandle | undefined;
  /** The first name of an emoji waits for the table of all: what is sent after it waits too. */
  let spelling = Promise.resolve();
  const text = () => app.drafts.of(channel);
  const may = () => app.rights.mayIn("sendMessages", channel);
  const slow = createSlowMode(app, conversation);
  const left = () => MAX_CHARS - text().length;
  const mayAttach = () => may() && app.rights.mayIn("attachFiles", channel);
  const files = () => app.uploads.of(channel);
  const ready = () =>
    slow.left() === 0 &&
    left() >= 0 &&
    (text().trim() || files().length) &&
    files().every((file) => file.state !== "failed");
  const write = (value: string) => {
    app.drafts.write(channel, value);
    if (value.trim()) typing.note();
  };
  const send = () => {
    if (!ready() || !may()) return;
    const typed = encode(text().trim(), namesIn(app, conversation.guild().id));
    const [replyTo, pinged, files] = [conversation.replyTo(), ping(), app.uploads.take(channel)];
    spelling = spelling
      .then(() => spellEmojis(app, typed))
      .then((content) => void app.outbox.send(channel, content, replyTo, pinged, files));
    app.drafts.write(channel, "");
    typing.stop();
    conversation.reply(undefined);
    props.onSent();
  };
  const leave = () => {
    const last = conversation.channel().last_message_id;
    if (conversation.replyTo()) conversation.reply(undefined);
    else if (last) void app.reads.ack(channel, last);
  };
  conversation.onFocusComposer(() => editor?.focus());
  onMount(() => matchMedia("(hover: hover)").matches && editor?.focus());
  createEffect(() => conversation.replyTo() && setPing(true));

  const placeText = () => {
    const channel = conversation.channel();
    return t(isPrivate(channel) ? "chat.messageToPeople" : "chat.messageTo", {
      channel: titleOf(app, channel),
    });
  };
  return (
    <div
      onPaste={(event) => mayAttach() && pasted(app, channel, event)}
      class="rounded-lg bg-bg-field border border-line-strong/60 transition-colors focus-within:border-accent"
    >
      <Show when={conversation.replyTo()}>
        {(message) => (
          <div class="flex items-center gap-2 h-9 ps-4 pe-1.5 border-b border-line text-[0.8125rem] text-fg-1">
            <CornerUpLeft size={15} class="text-accent shrink-0" aria-hidden="true" />
            <span class="flex-1 min-w-0 truncate">
              {t("chat.replyingTo", {
                name: app.members.name(conversation.guild().id, message().author.id, message().author),
              })}
            </span>
            <Show when={message().author.id !== app.session.me()?.id}>
              <button
                type="button"
                aria-pressed={ping()}
                class="px-2 min-h-7 rounded-sm text-xs font-semibold cursor-pointer text-fg-2 hover:bg-bg-hover aria-pressed:text-accent"
                onClick={() => setPing(!ping())}
              >
                {t(ping() ? "chat.pingOn" : "chat.pingOff")}
              </button>
            </Show>
            <IconButton size="sm" label={t("common.cancel")} onClick={() => conversation.reply(undefined)}>
              <X size={16} />
            </IconButton>
          </div>
        )}
      </Show>
      <Show when={may() && slow.holds()}>
        <SlowNotice seconds={slow.seconds()} left={slow.left()} />
      </Show>
      <Show when={files().length}>
        <Suspense>
          <AttachTray channel={channel} />
        </Suspense>
      </Show>
      <Show when={recording()}>
        <Suspense>
          <VoiceRecorder channel={channel} onDone={() => record(false)} />
        </Suspense>
      </Show>
      <div
        class="flex items-end gap-1 pe-1"
        classList={{ "ps-4": !mayAttach(), "ps-1": mayAttach() }}
        hidden={recording()}
      >
        <Show when={mayAttach()}>
          <AttachButton channel={channel} />
        </Show>
        <Editor
          ref={(handle) => {
            editor = handle;
          }}
          label={placeText()}
          placeholder={may() ? placeText() : t("chat.mayNotWrite")}
          value={text()}
          disabled={!may()}
          onInput={write}
          onSubmit={send}
          onEscape={leave}
          onUp={props.onEditLast}
          onCommand={use}
        />
        <Show when={left() <= NEARLY_FULL}>
          <span
            role="status"
            class="self-center text-xs tabular-nums"
            classList={{ "text-danger font-semibold": left() < 0, "text-fg-2": left() >= 0 }}
          >
            {left()}
          </span>
        </Show>
        <Show when={may() && app.rights.mayIn("sendPolls", channel)}>
          <IconButton
            class="my-1 max-md:hidden"
            label={t("poll.create")}
            onClick={() => app.overlays.open({ kind: "create-poll", channel })}
          >
            <ChartBar size={19} />
          </IconButton>
        </Show>
        <Show when={mayAttach() && canRecord && !text() && !files().length}>
          <IconButton class="my-1" label={t("files.record")} onClick={() => record(true)}>
            <Mic size={19} />
          </IconButton>
        </Show>
        <Show when={may()}>
          <IconButton
            class="my-1"
            label={t("chat.emojiPicker")}
            onClick={(event) => pick(event.currentTarget)}
          >
            <Smile size={20} />
          </IconButton>
          <IconButton
            class={`my-1 ${ready() ? "text-accent!" : ""}`}
            label={t("chat.send")}
            disabled={!ready()}
            onClick={send}
          >
            <SendHorizontal size={19} />
          </IconButton>
        </Show>
      </div>
      <Show when={command()} keyed>
        {(entry) => (
          <Suspense>
            <CommandForm
              entry={entry}
              channel={channel}
              guild={conversation.guild().id}
              onClose={() => {
                use(undefined);
                editor?.focus();
              }}
            />
          </Suspense>
        )}
      </Show>
      <Show when={picking()}>
        {(anchor) => (
          <Suspense>
            <EmojiPicker
              anchor={anchor()}
              onClose={() => pick(undefined)}
              onPick={(emoji) => {
                pick(undefined);
                editor?.insert(emoji);
              }}
              onSticker={(sticker) => {
                pick(undefined);
                void app.outbox.sendSticker(channel, sticker);
                props.onSent();
              }}
            />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
