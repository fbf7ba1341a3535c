import { createSignal } from "solid-js";
import type { ProfileChange } from "~/api/account";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { PasswordInput } from "~/ui/PasswordInput";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit, type Submit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";
import { asUsername, isUsername, PASSWORD_MIN_CHARS } from "../../welcome/accountRules";
import { NewPassword } from "../../welcome/NewPassword";

interface Closable {
  onClose(): void;
}

function createChange(
  fields: readonly string[],
  close: () => void,
  check: () => Record<string, string>,
  body: () => ProfileChange,
) {
  const app = useApp();
  const toasts = useToasts();
  const submit = createSubmit([...fields, "password"], async () => {
    const errors = check();
    if (Object.keys(errors).length > 0) submit.refuse(errors);
    await app.api.users.change(body());
    toasts.show(t("settings.accountSaved"), "ok");
    close();
  });
  return submit;
}

const needsPassword = (password: string) => (password ? {} : { password: t("refusal.required") });

export function ChangeUsername(props: Closable) {
  const app = useApp();
  const [username, setUsername] = createSignal(app.session.me()?.username ?? "");
  const [password, setPassword] = createSignal("");
  const submit = createChange(
    ["username"],
    () => props.onClose(),
    () => ({
      ...needsPassword(password()),
      ...(!isUsername(username()) && { username: t("refusal.usernameInvalid") }),
    }),
    () => ({ username: username(), password: password() }),
  );
  return (
    <FormDialog
      title={t("settings.changeUsername")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("welcome.username")}
        hint={t("welcome.usernameHint")}
        value={username()}
        onValue={(typed) => setUsername(asUsername(typed))}
        error={submit.error("username")}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        autofocus
      />
      <CurrentPassword value={password()} submit={submit} onValue={setPassword} />
    </FormDialog>
  );
}

export function ChangeEmail(props: Closable) {
  const app = useApp();
  const [email, setEmail] = createSignal(app.session.me()?.email ?? "");
  const [password, setPassword] = createSignal("");
  const submit = createChange(
    ["email"],
    () => props.onClose(),
    () => needsPassword(password()),
    () => ({ email: email().trim() || null, password: password() }),
  );
  return (
    <FormDialog
      title={t("settings.changeEmail")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("welcome.email")}
        type="email"
        value={email()}
        onValue={setEmail}
        error={submit.error("email")}
        autocomplete="email"
        autofocus
      />
      <CurrentPassword value={password()} submit={submit} onValue={setPassword} />
    </FormDialog>
  );
}

export function ChangePassword(props: Closable) {
  const [current, setCurrent] = createSignal("");
  const [wanted, setWanted] = createSignal("");
  const [again, setAgain] = createSignal("");
  const submit = createChange(
    ["new_password"],
    () => props.onClose(),
    () => ({
      ...needsPassword(current()),
      ...(wanted().length < PASSWORD_MIN_CHARS && { new_password: t("welcome.passwordHint") }),
      ...(again() !== wanted() && { again: t("settings.passwordsDiffer") }),
    }),
    () => ({ password: current(), new_password: wanted() }),
  );
  return (
    <FormDialog
      title={t("settings.changePassword")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <CurrentPassword value={current()} submit={submit} onValue={setCurrent} autofocus />
      <NewPassword
        label={t("settings.newPassword")}
        value={wanted()}
        onValue={setWanted}
        error={submit.error("new_password")}
      />
      <PasswordInput
        label={t("settings.newPasswordAgain")}
        value={again()}
        onValue={setAgain}
        error={submit.error("again")}
        autocomplete="new-password"
        showLabel={t("common.showPassword")}
        hideLabelText={t("common.hidePassword")}
      />
    </FormDialog>
  );
}

function CurrentPassword(props: {
  value: string;
  submit: Submit;
  autofocus?: boolean;
  onValue(value: string): void;
}) {
  return (
    <PasswordInput
      label={t("settings.currentPassword")}
      value={props.value}
      onValue={props.onValue}
      error={props.submit.error("password")}
      autocomplete="current-password"
      autofocus={props.autofocus ?? false}
      showLabel={t("common.showPassword")}
      hideLabelText={t("common.hidePassword")}
    />
  );
}
