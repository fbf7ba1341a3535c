import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { createDeed } from "../form/createDeed";
import { cropped } from "./crop";

interface PicturePickerProps {
  label: string;
  /** Whether there is one that can be taken away. */
  has: boolean;
  width: number;
  height: number;
  /** The picture as a data URI; null takes it away. */
  onPick: (picture: string | null) => Promise<unknown>;
}

/** Chooses a picture, shows how it will be cut, and hands it over. */
export function PicturePicker(props: PicturePickerProps) {
  const attempt = createDeed();
  const [chosen, choose] = createSignal<{ file: File; url: string }>();
  const [zoom, setZoom] = createSignal(1);
  const [busy, setBusy] = createSignal(false);
  let input!: HTMLInputElement;
  const close = () => {
    const old = chosen();
    if (old) URL.revokeObjectURL(old.url);
    choose(undefined);
  };
  onCleanup(close);
  const take = () => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    close();
    setZoom(1);
    choose({ file, url: URL.createObjectURL(file) });
  };
  const save = async () => {
    const picture = chosen();
    if (!picture) return;
    setBusy(true);
    try {
      await props.onPick(await cropped(picture.file, props.width, props.height, zoom()));
      close();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="flex flex-wrap gap-2">
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-label={props.label}
        onChange={take}
      />
      <Button size="sm" kind="secondary" onClick={() => input.click()}>
        {props.label}
      </Button>
      <Show when={props.has}>
        <Button size="sm" kind="danger-quiet" onClick={() => attempt(props.onPick(null))}>
          {t("files.takeAway")}
        </Button>
      </Show>
      <Show when={chosen()}>
        {(picture) => (
          <Dialog
            open
            size="sm"
            title={props.label}
            closeLabel={t("common.close")}
            onClose={close}
            footer={
              <>
                <Button kind="ghost" onClick={close}>
                  {t("common.cancel")}
                </Button>
                <Button busy={busy()} onClick={() => attempt(save())}>
                  {t("common.save")}
                </Button>
              </>
            }
          >
            <div
              class="mx-auto overflow-hidden rounded-lg bg-bg-3"
              style={{
                width: "min(100%, 20rem)",
                "aspect-ratio": `${props.width} / ${props.height}`,
              }}
            >
              <img
                src={picture().url}
                alt=""
                class="w-full h-full object-cover"
                style={{ transform: `scale(${zoom()})` }}
              />
            </div>
            <Show when={picture().file.type !== "image/gif"}>
              <input
                type="range"
                class="block w-full mt-4"
                aria-label={t("files.zoom")}
                min="1"
                max="4"
                step="0.01"
                value={zoom()}
                onInput={(event) => setZoom(Number(event.currentTarget.value))}
              />
            </Show>
          </Dialog>
        )}
      </Show>
    </div>
  );
}
