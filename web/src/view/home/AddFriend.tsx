import { createSignal } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";

/** Asks somebody to be a friend, by their username. */
export function AddFriend() {
  const app = useApp();
  const toasts = useToasts();
  const [name, setName] = createSignal("");
  const submit = createSubmit(["username"], async () => {
    const wanted = name().trim().replace(/^@/, "");
    await app.api.people.ask(wanted);
    toasts.show(t("home.asked", { name: wanted }), "ok");
    setName("");
  });
  return (
    <form class="flex flex-col gap-4 max-w-110" novalidate onSubmit={submit.run}>
      <FormError text={submit.error()} />
      <TextInput
        label={t("home.username")}
        hint={t("home.addText")}
        value={name()}
        onValue={setName}
        error={submit.error("username")}
        maxLength={33}
        autocomplete="off"
        autofocus
      />
      <div>
        <Button type="submit" busy={submit.busy()} disabled={!name().trim()}>
          {t("home.send")}
        </Button>
      </div>
    </form>
  );
}
