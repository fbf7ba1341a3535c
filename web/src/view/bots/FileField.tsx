import Paperclip from "lucide-solid/icons/paperclip";
import { For } from "solid-js";
import { language, t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Field } from "~/ui/Field";
import { sizeText } from "../files/address";

interface FileFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  files: readonly File[];
  many?: boolean;
  onFiles(files: File[]): void;
}

/** A field whose value is a file, or several. They are sent with the form. */
export function FileField(props: FileFieldProps) {
  let input!: HTMLInputElement;
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(aria) => (
        <div class="flex flex-col gap-2 items-start">
          <input
            {...aria}
            ref={input}
            type="file"
            class="sr-only"
            tabindex="-1"
            multiple={props.many}
            onChange={() => props.onFiles([...(input.files ?? [])])}
          />
          <Button size="sm" icon={<Paperclip size={15} />} onClick={() => input.click()}>
            {t("bots.attach")}
          </Button>
          <For each={props.files}>
            {(file) => (
              <p class="text-sm text-fg-1 break-all">
                {t("bots.attached", { name: file.name, size: sizeText(file.size, language()) })}
              </p>
            )}
          </For>
        </div>
      )}
    </Field>
  );
}
