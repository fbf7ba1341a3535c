import { createSignal, Show } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";

const DESCRIPTION_MAX = 1024;
const NAME_MAX = 200;

interface FileDialogProps {
  /** Left out when the name cannot be changed any more. */
  name?: string;
  description: string;
  onSave: (next: { name?: string; description: string }) => void;
  onClose: () => void;
}

/** Names and describes a file. */
export function FileDialog(props: FileDialogProps) {
  const [name, setName] = createSignal(props.name);
  const [description, setDescription] = createSignal(props.description);
  const save = () => {
    const wanted = name()?.trim();
    props.onSave({ ...(wanted && { name: wanted }), description: description().trim() });
    props.onClose();
  };
  return (
    <Dialog
      open
      size="sm"
      title={t("files.editTitle")}
      closeLabel={t("common.close")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button kind="ghost" onClick={() => props.onClose()}>
            {t("common.cancel")}
          </Button>
          <Button onClick={save}>{t("common.save")}</Button>
        </>
      }
    >
      <div class="flex flex-col gap-4">
        <Show when={name() !== undefined}>
          <TextInput
            label={t("files.fileName")}
            value={name() ?? ""}
            maxlength={NAME_MAX}
            onValue={setName}
            onKeyDown={(event) => event.key === "Enter" && save()}
          />
        </Show>
        <TextArea
          label={t("files.description")}
          hint={t("files.describeMore")}
          value={description()}
          maxLength={DESCRIPTION_MAX}
          rows={3}
          onValue={setDescription}
        />
      </div>
    </Dialog>
  );
}
