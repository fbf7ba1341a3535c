import { createResource, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import type { RecordedCall, RecordedFile } from "~/api/voice";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { Dialog } from "~/ui/Dialog";
import { Spinner } from "~/ui/Spinner";
import { addressOf } from "../files/address";
import { createAttempt } from "../form/createAttempt";

/** The recorded calls of a channel, each to be heard as one or voice by voice. */
export default function RecordedCalls(props: { channel: Id; onClose(): void }) {
  const app = useApp();
  const [calls, { refetch }] = createResource(() => app.api.voice.recordings(props.channel));
  const [deleting, setDeleting] = createSignal<RecordedCall>();
  const { busy, attempt } = createAttempt();
  const remove = async () => {
    const call = deleting();
    if (call) await attempt(() => app.api.voice.deleteRecording(props.channel, call.id));
    setDeleting(undefined);
    await refetch();
  };
  const channel = () => app.channels.of(props.channel)?.name ?? "";
  return (
    <Dialog
      open
      size="lg"
      title={t("record.title", { channel: channel() })}
      description={t("record.text")}
      closeLabel={t("common.close")}
      onClose={props.onClose}
    >
      <Show when={calls()} fallback={<Spinner />}>
        {(all) => (
          <ul class="flex flex-col gap-6">
            <For each={all()} fallback={<li class="text-fg-1">{t("record.none")}</li>}>
              {(call) => <Recorded call={call} onDelete={() => setDeleting(call)} />}
            </For>
          </ul>
        )}
      </Show>
      <ConfirmDialog
        open={deleting() !== undefined}
        title={t("record.deleteTitle")}
        text={t("record.deleteText")}
        confirmLabel={t("record.delete")}
        cancelLabel={t("common.cancel")}
        danger
        busy={busy()}
        onConfirm={remove}
        onClose={() => setDeleting(undefined)}
      />
    </Dialog>
  );
}

function Recorded(props: { call: RecordedCall; onDelete(): void }) {
  const app = useApp();
  const guild = () => app.channels.of(props.call.channel_id)?.guild_id ?? props.call.channel_id;
  const name = (user: Id) => app.members.name(guild(), user);
  const mix = () => props.call.files.find((file) => file.source === "mix");
  const parts = () => props.call.files.filter((file) => file.source !== "mix");
  const label = (file: RecordedFile) =>
    file.source === "mix" ? t("record.mix") : t(`record.${file.source}`, { name: name(file.user_id ?? "") });
  return (
    <li class="flex flex-col gap-2">
      <div class="flex items-start gap-3">
        <div class="flex-1 min-w-0">
          <p class="font-semibold">{momentText(props.call.started_at)}</p>
          <p class="text-sm text-fg-1 break-words">
            {props.call.ended_at
              ? t("record.with", { names: props.call.user_ids.map(name).join(", ") })
              : t("record.unfinished")}
          </p>
        </div>
        <Show when={props.call.deletable && props.call.ended_at}>
          <Button kind="danger-quiet" size="sm" onClick={() => props.onDelete()}>
            {t("record.delete")}
          </Button>
        </Show>
      </div>
      <Show when={mix()}>{(file) => <Player file={file()} label={label(file())} />}</Show>
      <Show when={parts().length}>
        <details>
          <summary class="cursor-pointer text-sm text-fg-1">{t("record.parts")}</summary>
          <ul class="flex flex-col gap-4 mt-3">
            <For each={parts()}>
              {(file) => (
                <li class="flex flex-col gap-1">
                  <span class="text-sm">{label(file)}</span>
                  <Player file={file} label={label(file)} />
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  );
}

function Player(props: { file: RecordedFile; label: string }) {
  const address = () => addressOf(props.file.url);
  return (
    <Show
      when={props.file.content_type.startsWith("video/")}
      fallback={
        // biome-ignore lint/a11y/useMediaCaption: what people say in a call has no captions.
        <audio class="w-full" controls preload="none" src={address()} aria-label={props.label} />
      }
    >
      {/* biome-ignore lint/a11y/useMediaCaption: what people show in a call has no captions. */}
      <video
        class="w-full max-h-80 rounded"
        controls
        preload="none"
        src={address()}
        aria-label={props.label}
      />
    </Show>
  );
}
