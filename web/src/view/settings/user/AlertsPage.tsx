import X from "lucide-solid/icons/x";
import { createSignal, For, Show } from "solid-js";
import type { UserSettings } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createDeed } from "../../form/createDeed";
import { PageHeader, Part } from "../PageHeader";
import { minuteOf, timeOfDay } from "./dayTime";

const KEYWORDS_MAX = 50;
const KEYWORD_MAX_CHARS = 60;
const NIGHT = { from: 22 * 60, to: 7 * 60 };

/** When this person is to be told of something, on all devices. */
export function AlertsPage() {
  const app = useApp();
  const attempt = createDeed();
  const save = (part: Partial<UserSettings>) => attempt(app.settings.save(part));
  const quiet = () => app.settings.values.quiet_hours ?? undefined;
  const [granted, grant] = createSignal("Notification" in window && Notification.permission === "granted");
  const setQuiet = (end: "from" | "to", time: string) => {
    const minute = minuteOf(time);
    const now = quiet();
    if (now && minute !== undefined) save({ quiet_hours: { ...now, [end]: minute } });
  };
  return (
    <>
      <PageHeader title={t("alerts.title")} text={t("alerts.text")} />
      <Show when={"Notification" in window}>
        <Part title={t("alerts.device")}>
          <Switch
            label={t("search.desktop")}
            description={t(granted() ? "alerts.granted" : "search.desktopText")}
            checked={granted()}
            disabled={granted()}
            onChange={() => void Notification.requestPermission().then((now) => grant(now === "granted"))}
          />
        </Part>
      </Show>
      <Part title={t("alerts.quiet")} text={t("alerts.quietText")}>
        <Switch
          label={t("alerts.quietOn")}
          checked={quiet() !== undefined}
          onChange={(on) => save({ quiet_hours: on ? NIGHT : null })}
        />
        <Show when={quiet()}>
          {(hours) => (
            <div class="grid grid-cols-2 gap-4 max-w-80">
              <TextInput
                label={t("alerts.from")}
                type="time"
                value={timeOfDay(hours().from)}
                onValue={(time) => setQuiet("from", time)}
              />
              <TextInput
                label={t("alerts.to")}
                type="time"
                value={timeOfDay(hours().to)}
                onValue={(time) => setQuiet("to", time)}
              />
            </div>
          )}
        </Show>
      </Part>
      <Part title={t("alerts.keywords")} text={t("alerts.keywordsText")}>
        <Keywords words={app.settings.values.keywords ?? []} onChange={(keywords) => save({ keywords })} />
      </Part>
    </>
  );
}

/** A list of words, each with a way out. */
function Keywords(props: { words: readonly string[]; onChange(words: string[]): void }) {
  const [text, setText] = createSignal("");
  const add = (event: Event) => {
    event.preventDefault();
    const word = text().trim();
    if (!word) return;
    setText("");
    if (!props.words.some((one) => one.toLowerCase() === word.toLowerCase()))
      props.onChange([...props.words, word]);
  };
  return (
    <div class="flex flex-col gap-3">
      <Show when={props.words.length > 0}>
        <ul class="flex flex-wrap gap-2">
          <For each={props.words}>
            {(word) => (
              <li class="flex items-center gap-1 ps-3 pe-1 min-h-8 rounded-full bg-accent-soft text-sm max-w-full">
                <bdi class="truncate">{word}</bdi>
                <button
                  type="button"
                  class="flex items-center justify-center w-6 h-6 rounded-full cursor-pointer hover:bg-bg-hover"
                  aria-label={t("alerts.removeWord", { word })}
                  onClick={() => props.onChange(props.words.filter((one) => one !== word))}
                >
                  <X size={14} aria-hidden="true" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <form class="flex items-end gap-2 max-w-100" onSubmit={add}>
        <div class="flex-1">
          <TextInput
            label={t("alerts.word")}
            value={text()}
            onValue={setText}
            maxLength={KEYWORD_MAX_CHARS}
            autocomplete="off"
          />
        </div>
        <Button type="submit" disabled={!text().trim() || props.words.length >= KEYWORDS_MAX}>
          {t("alerts.addWord")}
        </Button>
      </form>
    </div>
  );
}
