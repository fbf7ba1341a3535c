import { t } from "~/i18n";
import { TextInput } from "~/ui/TextInput";
import type { Submit } from "../form/createSubmit";
import { asUsername, isUsername, PASSWORD_MIN_CHARS, USERNAME_MAX_CHARS } from "./accountRules";
import { NewPassword } from "./NewPassword";

export interface NewAccount {
  username: string;
  global_name: string;
  email: string;
  password: string;
}

export const ACCOUNT_FIELDS = ["username", "global_name", "email", "password"] as const;

/** The fields that every new account has. */
export function AccountFields(props: {
  account: NewAccount;
  submit: Submit;
  onChange(part: Partial<NewAccount>): void;
}) {
  return (
    <>
      <TextInput
        label={t("welcome.username")}
        value={props.account.username}
        onValue={(typed) => props.onChange({ username: asUsername(typed) })}
        error={props.submit.error("username")}
        hint={t("welcome.usernameHint")}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        maxLength={USERNAME_MAX_CHARS}
        required
        autofocus
      />
      <TextInput
        label={t("welcome.displayName")}
        aside={t("welcome.optional")}
        value={props.account.global_name}
        onValue={(global_name) => props.onChange({ global_name })}
        error={props.submit.error("global_name")}
        autocomplete="nickname"
        maxLength={32}
      />
      <TextInput
        label={t("welcome.email")}
        aside={t("welcome.optional")}
        type="email"
        value={props.account.email}
        onValue={(email) => props.onChange({ email })}
        error={props.submit.error("email")}
        autocomplete="email"
      />
      <NewPassword
        label={t("welcome.password")}
        value={props.account.password}
        onValue={(password) => props.onChange({ password })}
        error={props.submit.error("password")}
      />
    </>
  );
}

/** What is wrong before the server is asked; empty when nothing is. */
export function accountErrors(account: NewAccount): Record<string, string> {
  return {
    ...(!isUsername(account.username) && { username: t("refusal.usernameInvalid") }),
    ...(account.password.length < PASSWORD_MIN_CHARS && { password: t("welcome.passwordHint") }),
  };
}

/** The body of a registration: what was left empty is absent. */
export function registrationOf(account: NewAccount, invite?: string) {
  return {
    username: account.username,
    password: account.password,
    ...(account.global_name.trim() && { global_name: account.global_name.trim() }),
    ...(account.email.trim() && { email: account.email.trim() }),
    ...(invite && { invite }),
  };
}
