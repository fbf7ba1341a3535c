import Plus from "lucide-solid/icons/plus";
import { createSignal, Show } from "solid-js";
import type { OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const NAME_MAX = 32;

/** The button that begins a new application, and its one question. */
export function NewApplication(props: { onMade(made: OwnApplication): Promise<void> }) {
  const [asking, ask] = createSignal(false);
  return (
    <>
      <Button kind="primary" icon={<Plus size={16} />} onClick={() => ask(true)}>
        {t("bots.create")}
      </Button>
      <Show when={asking()}>
        <Ask onMade={props.onMade} onClose={() => ask(false)} />
      </Show>
    </>
  );
}

function Ask(props: { onMade(made: OwnApplication): Promise<void>; onClose(): void }) {
  const app = useApp();
  const [name, setName] = createSignal("");
  const submit = createSubmit(["name"], async () => {
    const made = await app.api.applications.create(name().trim());
    props.onClose();
    await props.onMade(made);
  });
  return (
    <FormDialog
      title={t("bots.create")}
      submit={submit}
      submitLabel={t("common.create")}
      ready={name().trim().length > 0}
      onClose={props.onClose}
    >
      <TextInput
        label={t("bots.name")}
        hint={t("bots.nameHint")}
        error={submit.error("name")}
        maxLength={NAME_MAX}
        autofocus
        value={name()}
        onValue={setName}
      />
    </FormDialog>
  );
}
