import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { Index, Show } from "solid-js";
import type { Prompt, PromptOption } from "~/api/reception";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { Picks } from "../moderation/Picks";

export const newOption = (): PromptOption => ({
  title: "",
  description: null,
  emoji: { id: null, name: null, animated: false },
  role_ids: [],
  channel_ids: [],
});

interface PromptEditorProps {
  guild: Id;
  prompt: Prompt;
  number: number;
  onChange(part: Partial<Prompt>): void;
  onRemove(): void;
}

/** One question with its answers. */
export function PromptEditor(props: PromptEditorProps) {
  const options = () => props.prompt.options;
  const put = (index: number, part: Partial<PromptOption>) =>
    props.onChange({
      options: options().map((one, place) => (place === index ? { ...one, ...part } : one)),
    });
  return (
    <fieldset class="card flex flex-col gap-4 p-4 min-w-0">
      <legend class="sr-only">{t("guild.questionNumber", { number: String(props.number) })}</legend>
      <div class="flex items-end gap-2">
        <div class="flex-1 min-w-0">
          <TextInput
            label={t("guild.questionNumber", { number: String(props.number) })}
            value={props.prompt.title}
            onValue={(title) => props.onChange({ title })}
            maxLength={100}
            autocomplete="off"
          />
        </div>
        <IconButton
          danger
          label={t("guild.questionRemove", { number: String(props.number) })}
          onClick={() => props.onRemove()}
        >
          <Trash size={17} />
        </IconButton>
      </div>
      <div class="flex flex-col divide-y divide-line">
        <Switch
          label={t("guild.questionSingle")}
          checked={props.prompt.single_select}
          onChange={(single_select) => props.onChange({ single_select })}
        />
        <Switch
          label={t("guild.questionRequired")}
          checked={props.prompt.required}
          onChange={(required) => props.onChange({ required })}
        />
      </div>
      <Index each={options()}>
        {(option, index) => (
          <OptionEditor
            guild={props.guild}
            option={option()}
            number={index + 1}
            onChange={(part) => put(index, part)}
            onRemove={() => props.onChange({ options: options().filter((_, place) => place !== index) })}
          />
        )}
      </Index>
      <div>
        <Button
          size="sm"
          icon={<Plus size={15} />}
          onClick={() => props.onChange({ options: [...options(), newOption()] })}
        >
          {t("guild.answerAdd")}
        </Button>
      </div>
    </fieldset>
  );
}

interface OptionEditorProps {
  guild: Id;
  option: PromptOption;
  number: number;
  onChange(part: Partial<PromptOption>): void;
  onRemove(): void;
}

function OptionEditor(props: OptionEditorProps) {
  const app = useApp();
  const roles = () =>
    app.guilds
      .roles(props.guild)
      .filter((role) => role.id !== props.guild && !role.managed)
      .map((role) => ({ id: role.id, label: role.name }));
  const channels = () =>
    app.channels.readable(props.guild).map((one) => ({ id: one.id, label: `# ${one.name}` }));
  return (
    <div class="flex flex-col gap-3 ps-4 border-s-2 border-line">
      <div class="flex flex-wrap items-end gap-2">
        <div class="w-20">
          <TextInput
            label={t("guild.emoji")}
            value={props.option.emoji.name ?? ""}
            onValue={(name) => props.onChange({ emoji: { id: null, name: name || null, animated: false } })}
            maxLength={8}
            autocomplete="off"
          />
        </div>
        <div class="flex-1 min-w-40">
          <TextInput
            label={t("guild.answerNumber", { number: String(props.number) })}
            value={props.option.title}
            onValue={(title) => props.onChange({ title })}
            maxLength={50}
            autocomplete="off"
          />
        </div>
        <IconButton
          danger
          label={t("guild.answerRemove", { number: String(props.number) })}
          onClick={() => props.onRemove()}
        >
          <Trash size={17} />
        </IconButton>
      </div>
      <Show when={roles().length > 0}>
        <Picks
          label={t("guild.answerRoles")}
          choices={roles()}
          chosen={props.option.role_ids}
          onChange={(role_ids) => props.onChange({ role_ids })}
        />
      </Show>
      <Picks
        label={t("guild.answerChannels")}
        choices={channels()}
        chosen={props.option.channel_ids}
        onChange={(channel_ids) => props.onChange({ channel_ids })}
      />
    </div>
  );
}
