import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import type { Template } from "~/api/templates";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Button } from "~/ui/Button";
import { Skeleton } from "~/ui/Skeleton";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { GuildNameField } from "../form/GuildNameField";
import { Heading } from "./Heading";
import { Register } from "./Register";
import { SignIn } from "./SignIn";
import { TemplatePreview } from "./TemplatePreview";

/** Where the link of a template leads: what is in it, and a community of one's own from it. */
export function TemplatePage(props: { code: string }) {
  const app = useApp();
  const [template] = createResource(() => props.code, app.api.templates.look);
  const [step, setStep] = createSignal<"look" | "register" | "sign-in">("look");
  const back = () => setStep("look");
  return (
    <Switch>
      <Match when={template.error}>
        <Heading title={t("template.invalidTitle")} text={t("template.invalidText")} />
        <Button kind="primary" size="lg" onClick={() => app.router.replace({ at: "home" })}>
          {t("welcome.goHome")}
        </Button>
      </Match>
      <Match when={template.loading}>
        <div class="flex flex-col gap-4">
          <Skeleton class="h-8 w-3/4" />
          <Skeleton class="h-40 w-full" />
        </div>
      </Match>
      <Match when={step() === "register"}>
        <Register onSignIn={() => setStep("sign-in")} onDone={back} />
      </Match>
      <Match when={step() === "sign-in"}>
        <SignIn onRegister={() => setStep("register")} onDone={back} />
      </Match>
      <Match when={template()}>
        {(found) => (
          <div class="flex flex-col gap-6">
            <Head template={found()} />
            <TemplatePreview plan={found().serialized_source_guild} />
            <Show
              when={app.session.signedIn()}
              fallback={
                <div class="flex flex-col gap-3">
                  <p class="text-sm text-fg-1">{t("template.needsAccount")}</p>
                  <Show when={app.session.instance()?.registration !== "closed"}>
                    <Button kind="primary" size="lg" onClick={() => setStep("register")}>
                      {t("welcome.register")}
                    </Button>
                  </Show>
                  <Button size="lg" onClick={() => setStep("sign-in")}>
                    {t("welcome.signIn")}
                  </Button>
                </div>
              }
            >
              <Found code={props.code} />
            </Show>
          </div>
        )}
      </Match>
    </Switch>
  );
}

function Head(props: { template: Template }) {
  return (
    <header class="flex flex-col gap-1.5 min-w-0 max-w-full">
      <p class="text-[0.9375rem] text-fg-1">
        <Show when={displayName(props.template.creator ?? undefined)} fallback={t("template.byNobody")}>
          {(name) => t("template.by", { name: name() })}
        </Show>
      </p>
      <h1 class="text-[2rem] leading-10 font-bold tracking-[-0.03em] break-words">{props.template.name}</h1>
      <Show when={props.template.description}>
        {(text) => <p class="text-[0.9375rem] leading-6 text-fg-1 break-words">{text()}</p>}
      </Show>
      <Show when={props.template.usage_count > 0}>
        <p class="text-sm text-fg-2">{t("template.uses", { count: props.template.usage_count })}</p>
      </Show>
    </header>
  );
}

function Found(props: { code: string }) {
  const app = useApp();
  const [name, setName] = createSignal(
    t("welcome.communityDefault", { name: displayName(app.session.me()) ?? "" }),
  );
  const submit = createSubmit(["name"], async () => {
    const wanted = name().trim();
    if (wanted.length < 2) submit.refuse({ name: t("refusal.badLength") });
    const guild = await app.api.templates.found(props.code, wanted);
    app.router.replace({ at: "channel", guild: guild.id });
  });
  return (
    <form class="flex flex-col gap-5" novalidate onSubmit={submit.run}>
      <FormError text={submit.error()} />
      <GuildNameField name={name()} error={submit.error("name")} onName={setName} />
      <Button type="submit" kind="primary" size="lg" busy={submit.busy()}>
        {t("template.start")}
      </Button>
      <Button kind="ghost" size="lg" onClick={() => app.router.replace({ at: "home" })}>
        {t("common.cancel")}
      </Button>
    </form>
  );
}
