import CirclePlus from "lucide-solid/icons/circle-plus";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { FILES_MAX } from "~/state/uploads";
import { IconButton } from "~/ui/IconButton";

/** Lets one choose files for the draft. */
export function AttachButton(props: { channel: Id }) {
  const app = useApp();
  let input!: HTMLInputElement;
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("files.attach")}
        onChange={() => {
          app.uploads.add(props.channel, input.files ?? []);
          input.value = "";
        }}
      />
      <IconButton
        class="my-1"
        label={t("files.attach")}
        disabled={app.uploads.of(props.channel).length >= FILES_MAX}
        onClick={() => input.click()}
      >
        <CirclePlus size={20} />
      </IconButton>
    </>
  );
}
