import Trash from "lucide-solid/icons/trash";
import { createSignal, type JSX, Show } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";

/** A button that lets one choose pictures. */
export function PicturesChooser(props: { label: string; accept?: string; onFiles: (files: File[]) => void }) {
  let input!: HTMLInputElement;
  return (
    <div>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={props.accept ?? "image/png,image/gif,image/jpeg,image/webp"}
        aria-label={props.label}
        onChange={() => {
          props.onFiles([...(input.files ?? [])]);
          input.value = "";
        }}
      />
      <Button onClick={() => input.click()}>{props.label}</Button>
    </div>
  );
}

interface ExpressionRowProps {
  picture: JSX.Element;
  name: string;
  onRename?: (name: string) => void;
  onRemove: () => void;
}

/** One emoji or sticker: its picture, its name, its end. */
export function ExpressionRow(props: ExpressionRowProps) {
  const [name, setName] = createSignal<string>();
  const commit = () => {
    const wanted = name()?.trim();
    if (wanted && wanted !== props.name) props.onRename?.(wanted);
    setName(undefined);
  };
  return (
    <li class="flex items-center gap-4 py-2">
      {props.picture}
      <Show when={props.onRename} fallback={<span class="flex-1 min-w-0 truncate">{props.name}</span>}>
        <input
          class="input-box flex-1 min-w-0"
          aria-label={t("files.emojiName")}
          value={name() ?? props.name}
          maxlength="32"
          onInput={(event) => setName(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
        />
      </Show>
      <IconButton danger label={t("files.remove", { name: props.name })} onClick={() => props.onRemove()}>
        <Trash size={17} />
      </IconButton>
    </li>
  );
}

/** A name is made from the file's: letters, digits and underscores. */
export function expressionName(file: File): string {
  const stem = file.name
    .replace(/\.[^.]*$/, "")
    .replace(/\W+/g, "_")
    .replace(/^_+|_+$/g, "");
  return (stem.length < 2 ? `emoji_${stem}` : stem).slice(0, 32);
}
