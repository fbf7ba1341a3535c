import AtSign from "lucide-solid/icons/at-sign";
import Bot from "lucide-solid/icons/bot";
import Hash from "lucide-solid/icons/hash";
import { For, Match, Switch } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import type { Option } from "./completion";

interface CompletionListProps {
  options: Option[];
  chosen: number;
  onChoose: (option: Option) => void;
  onPoint: (index: number) => void;
}

/** What the word before the caret may become. The focus stays in the text; aria-activedescendant says which one is chosen. */
export function CompletionList(props: CompletionListProps) {
  return (
    <div
      id="completions"
      role="listbox"
      aria-label={t("chat.completions")}
      class="rise float absolute bottom-[calc(100%+0.75rem)] start--3 end--3 z-10 p-1.5"
    >
      <For each={props.options}>
        {(option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys.
          <div
            id={`completion-${index()}`}
            role="option"
            aria-selected={props.chosen === index()}
            class="flex items-center gap-2.5 h-9 px-2.5 rounded-sm text-sm cursor-pointer aria-selected:bg-bg-active"
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => props.onPoint(index())}
            onClick={() => props.onChoose(option)}
          >
            <Mark option={option} />
            <bdi class="font-medium text-fg-0 truncate">{option.name}</bdi>
            <span class="flex-1" />
            <span class="text-xs text-fg-2 truncate" classList={{ hidden: option.kind === "emoji" }}>
              {option.hint}
            </span>
          </div>
        )}
      </For>
    </div>
  );
}

function Mark(props: { option: Option }) {
  const app = useApp();
  const user = () => app.members.user(props.option.id);
  return (
    <span class="flex justify-center w-6 shrink-0 text-fg-2" aria-hidden="true">
      <Switch fallback={<AtSign size={17} />}>
        <Match when={props.option.kind === "user"}>
          <Avatar id={props.option.id} name={props.option.name} src={avatarUrl(user())} size={24} />
        </Match>
        <Match when={props.option.kind === "command"}>
          <Bot size={17} />
        </Match>
        <Match when={props.option.kind === "channel"}>
          <Hash size={17} />
        </Match>
        <Match when={props.option.kind === "emoji"}>
          <span class="emoji text-xl leading-none">{props.option.hint}</span>
        </Match>
      </Switch>
    </span>
  );
}
