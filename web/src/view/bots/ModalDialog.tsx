import { createSignal, For, Match, Switch } from "solid-js";
import { createStore } from "solid-js/store";
import { type Component, ComponentType, type ModalForm } from "~/api/components";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { ChoiceField } from "./ChoiceField";
import { FileField } from "./FileField";
import { gatherFiles } from "./givenFiles";

interface Asked {
  it: Component;
  label: string;
  hint?: string;
}

/** A form that an application shows: its texts and menus, and one button that sends them. */
export default function ModalDialog(props: { form: ModalForm }) {
  const app = useApp();
  const asked = fieldsOf(props.form.components);
  const [values, fill] = createStore<Record<string, string[]>>(
    Object.fromEntries(asked.map(({ it }) => [it.custom_id ?? "", it.value ? [it.value] : []])),
  );
  const [guild] = createSignal(app.channels.of(props.form.channel_id)?.guild_id ?? "");
  const [chosen, choose] = createStore<Record<string, File[]>>({});
  const submit = createSubmit([], async () => {
    const files = gatherFiles(app, props.form.channel_id);
    const components = asked.map(({ it }) => {
      const id = it.custom_id ?? "";
      if (it.type === ComponentType.fileUpload) {
        const numbers = (chosen[id] ?? []).map(files.number);
        return { type: 1, components: [{ type: it.type, custom_id: id, values: numbers }] };
      }
      const given = values[it.custom_id ?? ""] ?? [];
      const inner = it.type === ComponentType.textInput ? { value: given[0] ?? "" } : { values: given };
      return { type: 1, components: [{ type: it.type, custom_id: it.custom_id, ...inner }] };
    });
    const target = { application_id: props.form.application?.id ?? "", channel_id: props.form.channel_id };
    await app.interactions.submit(target, props.form, { components, ...(await files.sent()) });
    app.interactions.closeForm();
  });
  return (
    <FormDialog
      title={props.form.title}
      description={
        props.form.application ? t("bots.formOf", { application: props.form.application.name }) : undefined
      }
      submit={submit}
      submitLabel={t("bots.submit")}
      onClose={() => app.interactions.closeForm()}
    >
      <For each={asked}>
        {({ it, label, hint }) => {
          const id = it.custom_id ?? "";
          const common = { label, hint, value: values[id]?.[0] ?? "" };
          const write = (text: string) => fill(id, [text]);
          return (
            <Switch
              fallback={
                <ChoiceField
                  label={label}
                  it={it}
                  guild={guild()}
                  values={values[id] ?? []}
                  onValues={(chosen) => fill(id, chosen)}
                />
              }
            >
              <Match when={it.type === ComponentType.fileUpload}>
                <FileField
                  label={label}
                  hint={hint}
                  many={(it.max_values ?? 1) > 1}
                  files={chosen[id] ?? []}
                  onFiles={(files) => choose(id, files)}
                />
              </Match>
              <Match when={it.type === ComponentType.textInput && it.style === 2}>
                <TextArea
                  {...common}
                  value={values[id]?.[0] ?? ""}
                  maxLength={it.max_length}
                  placeholder={it.placeholder}
                  required={it.required !== false}
                  onValue={write}
                />
              </Match>
              <Match when={it.type === ComponentType.textInput}>
                <TextInput
                  {...common}
                  value={values[id]?.[0] ?? ""}
                  maxLength={it.max_length}
                  placeholder={it.placeholder}
                  required={it.required !== false}
                  onValue={write}
                />
              </Match>
            </Switch>
          );
        }}
      </For>
    </FormDialog>
  );
}

/** Everything in it that can be filled in, with the words beside it. */
function fieldsOf(components: Component[], label = "", hint?: string): Asked[] {
  return components.flatMap((it) => {
    const words = it.label ?? label;
    const text = it.description ?? hint;
    if (it.custom_id) return [{ it, label: words || (it.placeholder ?? ""), ...(text && { hint: text }) }];
    return fieldsOf([...(it.components ?? []), ...(it.component ? [it.component] : [])], words, text);
  });
}
