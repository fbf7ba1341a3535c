import { TextInput } from "~/ui/TextInput";

const NAME_MAX_CHARS = 100;

/** The first field of a form: what something is called. */
export function NameInput(props: {
  label: string;
  value: string;
  error: string | undefined;
  onValue(value: string): void;
}) {
  return (
    <TextInput
      label={props.label}
      value={props.value}
      onValue={props.onValue}
      error={props.error}
      maxLength={NAME_MAX_CHARS}
      autocomplete="off"
      autofocus
    />
  );
}
