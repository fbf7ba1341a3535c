import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import type { Invite } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { Skeleton } from "~/ui/Skeleton";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { Heading } from "./Heading";
import { Register } from "./Register";
import { SignIn } from "./SignIn";

/** Where the link of an invite leads: what it is for, and the way in for members, strangers and those with an account. */
export function InvitePage(props: { code: string }) {
  const app = useApp();
  const [invite] = createResource(() => props.code, app.api.invites.look);
  const [step, setStep] = createSignal<"look" | "register" | "sign-in">("look");
  const enter = (guild: string | undefined, channel?: string) =>
    app.router.replace(guild ? { at: "channel", guild, ...(channel && { channel }) } : { at: "home" });
  const enterThis = () => enter(invite()?.guild?.id, invite()?.channel?.id);
  return (
    <Switch>
      <Match when={invite.error}>
        <Heading title={t("welcome.inviteInvalidTitle")} text={t("welcome.inviteInvalidText")} />
        <Button kind="primary" size="lg" onClick={() => enter(undefined)}>
          {t("welcome.goHome")}
        </Button>
      </Match>
      <Match when={invite.loading}>
        <div class="flex flex-col gap-4">
          <Skeleton class="h-20 w-20" />
          <Skeleton class="h-8 w-3/4" />
          <Skeleton class="h-5 w-1/2" />
        </div>
      </Match>
      <Match when={step() === "register"}>
        <Register
          invite={props.code}
          title={t("welcome.joinGuild", { guild: invite()?.guild?.name ?? "" })}
          onSignIn={() => setStep("sign-in")}
          onDone={enterThis}
        />
      </Match>
      <Match when={step() === "sign-in"}>
        <SignIn onRegister={() => setStep("register")} onDone={() => setStep("look")} />
      </Match>
      <Match when={invite()}>
        {(found) => (
          <Landing
            invite={found()}
            onRegister={() => setStep("register")}
            onSignIn={() => setStep("sign-in")}
            onEnter={enterThis}
          />
        )}
      </Match>
    </Switch>
  );
}

function Landing(props: { invite: Invite; onRegister(): void; onSignIn(): void; onEnter(): void }) {
  const app = useApp();
  const name = () => props.invite.guild?.name ?? "";
  const member = () => app.guilds.of(props.invite.guild?.id) !== undefined;
  const accept = createSubmit([], async () => {
    await app.api.invites.accept(props.invite.code);
    props.onEnter();
  });
  return (
    <div class="flex flex-col gap-6">
      <header class="flex flex-col items-start gap-5">
        <Avatar id={props.invite.guild?.id ?? props.invite.code} name={name()} size={84} square />
        <div class="flex flex-col gap-1.5 min-w-0 max-w-full">
          <p class="text-[0.9375rem] text-fg-1">
            <Show when={displayName(props.invite.inviter)} fallback={t("welcome.invitedTo")}>
              {(inviter) => t("welcome.invitedBy", { name: inviter() })}
            </Show>
          </p>
          <h1 class="text-[2rem] leading-10 font-bold tracking-[-0.03em] break-words">{name()}</h1>
          <Show when={props.invite.guild?.description}>
            {(description) => <p class="text-[0.9375rem] leading-6 text-fg-1 break-words">{description()}</p>}
          </Show>
        </div>
        <Counts invite={props.invite} />
      </header>
      <FormError text={accept.error()} />
      <Show
        when={app.session.signedIn()}
        fallback={
          <div class="flex flex-col gap-3">
            <Show when={app.session.instance()?.registration !== "closed"}>
              <Button kind="primary" size="lg" onClick={() => props.onRegister()}>
                {t("welcome.register")}
              </Button>
            </Show>
            <Button size="lg" onClick={() => props.onSignIn()}>
              {t("welcome.signIn")}
            </Button>
          </div>
        }
      >
        <div class="flex flex-col gap-3">
          <Button
            kind="primary"
            size="lg"
            busy={accept.busy()}
            onClick={() => (member() ? props.onEnter() : accept.run())}
          >
            {member() ? t("welcome.openGuild", { guild: name() }) : t("welcome.acceptInvite")}
          </Button>
          <p class="text-sm text-fg-2">
            {member() ? t("welcome.alreadyMember") : joinsAs(displayName(app.session.me()))}
          </p>
        </div>
      </Show>
    </div>
  );
}

const joinsAs = (name: string | undefined) => (name ? t("welcome.joinAs", { name }) : undefined);

function Counts(props: { invite: Invite }) {
  return (
    <p class="flex flex-wrap gap-x-5 gap-y-1 text-sm font-medium text-fg-1">
      <Show when={props.invite.approximate_presence_count !== undefined}>
        <span class="flex items-center gap-2">
          <span class="w-2.5 h-2.5 rounded-full bg-ok" aria-hidden="true" />
          {t("common.onlineCount", { count: props.invite.approximate_presence_count ?? 0 })}
        </span>
      </Show>
      <Show when={props.invite.approximate_member_count !== undefined}>
        <span class="flex items-center gap-2">
          <span class="w-2.5 h-2.5 rounded-full bg-[var(--offline)]" aria-hidden="true" />
          {t("common.members", { count: props.invite.approximate_member_count ?? 0 })}
        </span>
      </Show>
    </p>
  );
}
