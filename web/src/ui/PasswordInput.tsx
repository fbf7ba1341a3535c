import Eye from "lucide-solid/icons/eye";
import EyeOff from "lucide-solid/icons/eye-off";
import { createSignal, mergeProps, Show } from "solid-js";
import { IconButton } from "./IconButton";
import { TextInput, type TextInputProps } from "./TextInput";

/** A password with a button that shows it; the browser's password manager is told which one it is by `autocomplete`. */
export function PasswordInput(
  props: Omit<TextInputProps, "type" | "after"> & { showLabel: string; hideLabelText: string },
) {
  const [shown, show] = createSignal(false);
  const rest = mergeProps(props, {
    get type() {
      return shown() ? "text" : "password";
    },
  });
  return (
    <TextInput
      {...rest}
      spellcheck={false}
      after={
        <IconButton
          size="sm"
          label={shown() ? props.hideLabelText : props.showLabel}
          pressed={shown()}
          onClick={() => show(!shown())}
        >
          <Show when={shown()} fallback={<Eye size={17} />}>
            <EyeOff size={17} />
          </Show>
        </IconButton>
      }
    />
  );
}
