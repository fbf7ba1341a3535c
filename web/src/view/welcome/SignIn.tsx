import { createSignal, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { PasswordInput } from "~/ui/PasswordInput";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { Heading } from "./Heading";

export function SignIn(props: { onRegister(): void; onDone(): void }) {
  const app = useApp();
  const [login, setLogin] = createSignal("");
  const [password, setPassword] = createSignal("");
  const submit = createSubmit(["login", "password"], async () => {
    if (!login().trim() || !password())
      submit.refuse({
        ...(!login().trim() && { login: t("refusal.required") }),
        ...(!password() && { password: t("refusal.required") }),
      });
    app.session.adopt(await app.api.auth.login({ login: login().trim(), password: password() }));
    props.onDone();
  });
  return (
    <form onSubmit={submit.run} novalidate class="flex flex-col">
      <Heading
        title={t("welcome.signInTitle")}
        text={t("welcome.signInText", { node: app.session.instance()?.name ?? "Parley" })}
      />
      <div class="flex flex-col gap-5">
        <FormError text={submit.error()} />
        <TextInput
          label={t("welcome.login")}
          value={login()}
          onValue={setLogin}
          error={submit.error("login")}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          autofocus
        />
        <PasswordInput
          label={t("welcome.password")}
          value={password()}
          onValue={setPassword}
          error={submit.error("password")}
          autocomplete="current-password"
          showLabel={t("common.showPassword")}
          hideLabelText={t("common.hidePassword")}
        />
        <Button type="submit" kind="primary" size="lg" busy={submit.busy()}>
          {t("welcome.signIn")}
        </Button>
      </div>
      <Show when={app.session.instance()?.registration !== "closed"}>
        <p class="mt-6 text-sm text-fg-1">
          {t("welcome.noAccount")}{" "}
          <button
            type="button"
            class="font-semibold text-accent hover:underline cursor-pointer"
            onClick={() => props.onRegister()}
          >
            {t("welcome.register")}
          </button>
        </p>
      </Show>
    </form>
  );
}
