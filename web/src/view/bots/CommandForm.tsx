import { For, onMount } from "solid-js";
import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { type CommandEntry, nested } from "~/state/commands";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { gatherFiles } from "./givenFiles";
import { OptionField } from "./OptionField";
import { read, type Written } from "./optionValues";

interface CommandFormProps {
  entry: CommandEntry;
  channel: Id;
  guild: Id;
  onClose(): void;
}

/** What a command asks for, a field for each; without questions it runs at once. */
export default function CommandForm(props: CommandFormProps) {
  const app = useApp();
  const [written, write] = createStore<Record<string, Written>>({});
  const target = { application_id: props.entry.command.application_id, channel_id: props.channel };
  const names = props.entry.options.map((option) => option.name);
  const submit = createSubmit(names, async () => {
    const files = gatherFiles(app, props.channel);
    const { values, errors } = read(props.entry.options, written, files.number);
    if (Object.keys(errors).length) submit.refuse(errors);
    await app.interactions.run(target, props.entry.command, {
      options: nested(props.entry, values),
      ...(await files.sent()),
    });
    props.onClose();
  });
  /** Asks the application for choices while an option is being written. */
  const complete = (option: string, text: string) => {
    const { values } = read(props.entry.options, written);
    const others = values.filter((one) => one.name !== option);
    const type = props.entry.options.find((one) => one.name === option)?.type;
    const options = [...others, { type, name: option, value: text, focused: true }];
    return app.interactions.complete(target, props.entry.command, nested(props.entry, options));
  };
  onMount(() => {
    if (!props.entry.options.length) void submit.run();
  });
  return (
    <FormDialog
      title={`/${props.entry.name}`}
      description={props.entry.description}
      submit={submit}
      submitLabel={t("bots.send")}
      onClose={props.onClose}
    >
      <For each={props.entry.options}>
        {(option) => (
          <OptionField
            option={option}
            guild={props.guild}
            value={written[option.name]}
            error={submit.error(option.name)}
            onValue={(value) => write(option.name, value)}
            onComplete={(text) => complete(option.name, text)}
          />
        )}
      </For>
    </FormDialog>
  );
}
