import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { createDeed } from "../form/createDeed";
import { CropFrame } from "./CropFrame";
import { cropped, MIDDLE, moves } from "./crop";

interface PicturePickerProps {
  label: string;
  /** Whether there is one that can be taken away. */
  has: boolean;
  width: number;
  height: number;
  /** Whether it is shown as a circle. */
  round?: boolean;
  /** The picture as a data URI; null takes it away. */
  onPick: (picture: string | null) => Promise<unknown>;
}

/** Chooses a picture, shows how it will be cut, and hands it over. */
export function PicturePicker(props: PicturePickerProps) {
  const attempt = createDeed();
  const [chosen, choose] = createSignal<{ file: File; url: string; moving: boolean }>();
  const [cut, setCut] = createSignal(MIDDLE);
  const [busy, setBusy] = createSignal(false);
  let input!: HTMLInputElement;
  const close = () => {
    const old = chosen();
    if (old) URL.revokeObjectURL(old.url);
    choose(undefined);
  };
  onCleanup(close);
  const take = async () => {
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    close();
    setCut(MIDDLE);
    choose({ file, url: URL.createObjectURL(file), moving: await moves(file) });
  };
  const save = async () => {
    const picture = chosen();
    if (!picture) return;
    setBusy(true);
    try {
      await props.onPick(await cropped(picture.file, props, cut()));
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
        onChange={() => void take()}
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
            <Show
              when={!picture().moving}
              fallback={<img src={picture().url} alt="" class="block mx-auto max-h-70 rounded-lg" />}
            >
              <CropFrame
                url={picture().url}
                frame={props}
                round={props.round === true}
                cut={cut()}
                onCut={setCut}
              />
            </Show>
          </Dialog>
        )}
      </Show>
    </div>
  );
}
