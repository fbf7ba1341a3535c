import ArrowRight from "lucide-solid/icons/arrow-right";
import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { refusalText } from "../form/refusalTexts";
import { ACCOUNT_FIELDS, AccountFields, accountErrors, registrationOf } from "./AccountFields";
import { Heading } from "./Heading";

/** The first visit to a node: who owns it, and the first community. Nothing is sent before both are known. */
export function Setup() {
  const app = useApp();
  const toasts = useToasts();
  const [step, setStep] = createSignal<1 | 2>(1);
  const [form, change] = createStore({
    username: "",
    global_name: "",
    email: "",
    password: "",
    community: "",
  });
  const suggestion = () => t("welcome.communityDefault", { name: form.global_name.trim() || form.username });
  const account = createSubmit(ACCOUNT_FIELDS, async () => {
    const errors = accountErrors(form);
    if (Object.keys(errors).length > 0) account.refuse(errors);
    if (!form.community) change({ community: suggestion() });
    setStep(2);
  });
  const open = createSubmit(["name"], async () => {
    if (form.community.trim().length < 2) open.refuse({ name: t("refusal.badLength") });
    const pair = await app.api.auth.register(registrationOf(form)).catch(returnToAccount);
    if (!pair) return;
    app.router.replace({ at: "home" });
    app.session.adopt(pair);
    await openCommunity(form.community.trim());
  });
  // The account's errors belong to the first step, so the person goes back there to read them.
  const returnToAccount = (refusal: unknown) => {
    setStep(1);
    account.fail(refusal);
  };
  const openCommunity = async (name: string) => {
    try {
      const guild = await app.api.guilds.create({ name });
      app.router.replace({ at: "channel", guild: guild.id });
    } catch (refusal) {
      toasts.show(refusalText(refusal), "danger");
    }
  };
  return (
    <>
      <Steps now={step()} />
      <Show
        when={step() === 1}
        fallback={
          <form onSubmit={open.run} novalidate class="flex flex-col gap-5">
            <Heading title={t("welcome.setupStepCommunity")} text={t("welcome.setupReady")} />
            <FormError text={open.error()} />
            <div class="flex items-center gap-4 p-4 card">
              <Avatar id={form.username} name={form.community || "?"} size={56} square />
              <p class="title-md min-w-0 truncate">{form.community || suggestion()}</p>
            </div>
            <TextInput
              label={t("welcome.communityName")}
              value={form.community}
              onValue={(community) => change({ community })}
              error={open.error("name")}
              hint={t("welcome.communityHint")}
              maxLength={100}
              autocomplete="off"
              ref={(input) => queueMicrotask(() => input.select())}
            />
            <div class="flex gap-3">
              <Button size="lg" onClick={() => setStep(1)}>
                {t("common.back")}
              </Button>
              <Button type="submit" kind="primary" size="lg" class="flex-1" busy={open.busy()}>
                {t("welcome.setupFinish")}
              </Button>
            </div>
          </form>
        }
      >
        <form onSubmit={account.run} novalidate class="flex flex-col gap-5">
          <Heading title={t("welcome.setupTitle")} text={t("welcome.setupText")} />
          <FormError text={account.error()} />
          <AccountFields account={form} submit={account} onChange={change} />
          <Button type="submit" kind="primary" size="lg">
            {t("welcome.setupContinue")}
            <ArrowRight size={18} class="rtl:-scale-x-100" />
          </Button>
        </form>
      </Show>
    </>
  );
}

function Steps(props: { now: 1 | 2 }) {
  const names = () => [t("welcome.setupStepAccount"), t("welcome.setupStepCommunity")];
  return (
    <ol class="flex gap-3 mb-8">
      <For each={names()}>
        {(name, index) => (
          <li
            class="flex-1 flex flex-col gap-2"
            aria-current={index() + 1 === props.now ? "step" : undefined}
          >
            <span
              class={`h-1 rounded-full transition-colors ${index() < props.now ? "bg-accent" : "bg-bg-3"}`}
              aria-hidden="true"
            />
            <span
              class={`text-[0.8125rem] font-semibold ${index() + 1 === props.now ? "text-fg-0" : "text-fg-2"}`}
            >
              {name}
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}
