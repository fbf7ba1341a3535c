import CircleAlert from "lucide-solid/icons/circle-alert";
import { Show } from "solid-js";

/** What a form as a whole was refused for. */
export function FormError(props: { text: string | undefined }) {
  return (
    <Show when={props.text}>
      <p
        role="alert"
        class="flex items-start gap-2.5 p-3 rounded-md bg-danger-soft text-danger text-sm font-medium leading-5"
      >
        <CircleAlert size={18} class="shrink-0 mt-px" aria-hidden="true" />
        {props.text}
      </p>
    </Show>
  );
}
