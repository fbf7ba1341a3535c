import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { ACCOUNT_FIELDS, AccountFields, accountErrors, registrationOf } from "./AccountFields";
import { inviteCodeOf } from "./accountRules";
import { Heading } from "./Heading";

/** A new account; with a given `invite` it joins that guild at once. */
export function Register(props: { invite?: string; title?: string; onSignIn(): void; onDone(): void }) {
  const app = useApp();
  const [form, change] = createStore({ username: "", global_name: "", email: "", password: "", invite: "" });
  const mode = () => app.session.instance()?.registration ?? "open";
  const asksInvite = () => !props.invite && mode() === "invite";
  const submit = createSubmit([...ACCOUNT_FIELDS, "invite"], async () => {
    const errors = {
      ...accountErrors(form),
      ...(asksInvite() && !form.invite.trim() && { invite: t("refusal.required") }),
    };
    if (Object.keys(errors).length > 0) submit.refuse(errors);
    const invite = props.invite ?? inviteCodeOf(form.invite);
    app.session.adopt(await app.api.auth.register(registrationOf(form, invite)));
    props.onDone();
  });
  return (
    <form onSubmit={submit.run} novalidate>
      <Heading
        title={props.title ?? t("welcome.registerTitle", { node: app.session.instance()?.name ?? "Parley" })}
        text={mode() === "closed" ? t("welcome.registrationClosed") : t("welcome.registerText")}
      />
      <Show when={mode() !== "closed"}>
        <div class="flex flex-col gap-5">
          <FormError text={submit.error()} />
          <Show when={asksInvite()}>
            <TextInput
              label={t("welcome.inviteCode")}
              value={form.invite}
              onValue={(invite) => change({ invite })}
              error={submit.error("invite")}
              hint={t("welcome.inviteCodeHint")}
              spellcheck={false}
              autocomplete="off"
            />
          </Show>
          <AccountFields account={form} submit={submit} onChange={change} />
          <Button type="submit" kind="primary" size="lg" busy={submit.busy()}>
            {t("welcome.register")}
          </Button>
        </div>
      </Show>
      <p class="mt-6 text-sm text-fg-1">
        {t("welcome.haveAccount")}{" "}
        <button
          type="button"
          class="font-semibold text-accent hover:underline cursor-pointer"
          onClick={() => props.onSignIn()}
        >
          {t("welcome.signIn")}
        </button>
      </p>
    </form>
  );
}
