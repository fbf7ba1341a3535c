import { For } from "solid-js";
import { t } from "~/i18n";

const EVENTS = [
  "MESSAGE_CREATE",
  "MESSAGE_UPDATE",
  "MESSAGE_DELETE",
  "GUILD_MEMBER_ADD",
  "GUILD_MEMBER_REMOVE",
  "CHANNEL_CREATE",
  "CHANNEL_UPDATE",
  "CHANNEL_DELETE",
] as const;

/** Which events are told, by the names under which they are; one at least. */
export function EventChoice(props: { chosen: readonly string[]; onChosen(events: string[]): unknown }) {
  const last = (event: string) => props.chosen.length === 1 && props.chosen[0] === event;
  const toggle = (event: string) =>
    props.onChosen(
      props.chosen.includes(event) ? props.chosen.filter((one) => one !== event) : [...props.chosen, event],
    );
  return (
    <fieldset class="flex flex-col gap-1">
      <legend class="label-text mb-1">{t("bots.outgoingEvents")}</legend>
      <div class="grid sm:grid-cols-2 gap-x-4">
        <For each={EVENTS}>
          {(event) => (
            <label class="flex items-center gap-2.5 min-h-8 cursor-pointer">
              <input
                type="checkbox"
                checked={props.chosen.includes(event)}
                aria-disabled={last(event) ? "true" : undefined}
                onClick={(click) => last(event) && click.preventDefault()}
                onChange={async (change) => {
                  const box = change.currentTarget;
                  await toggle(event);
                  // Where it is saved elsewhere, that may have been refused.
                  box.checked = props.chosen.includes(event);
                }}
              />
              <code class="text-[0.8125rem]">{event}</code>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
