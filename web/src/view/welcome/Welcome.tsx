import { createEffect, Match, onCleanup, Show, Switch } from "solid-js";
import { useApp } from "~/state/app";
import type { Route } from "~/state/router";
import { Frame } from "./Frame";
import { InvitePage } from "./InvitePage";
import { Register } from "./Register";
import { Setup } from "./Setup";
import { SignIn } from "./SignIn";
import { TemplatePage } from "./TemplatePage";
import { Unreachable } from "./Unreachable";

const AGAIN_MS = 2500;

/** Set-up, sign-in, registration and the landing page of an invite; which one, the route says. */
export default function Welcome() {
  const app = useApp();
  const at = (): Route["at"] => app.router.route().at;
  const code = (place: "invite" | "template") => {
    const route = app.router.route();
    return route.at === place ? route.code : undefined;
  };
  createEffect(() => {
    if (app.session.instance()) return;
    const timer = setInterval(() => app.session.look().catch(() => undefined), AGAIN_MS);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <Frame>
      <Show when={app.session.instance()} fallback={<Unreachable />}>
        {(instance) => (
          <Switch
            fallback={
              <SignIn
                onRegister={() => app.router.go({ at: "register" })}
                onDone={() => app.router.replace({ at: "home" })}
              />
            }
          >
            <Match when={instance().setup_required}>
              <Setup />
            </Match>
            <Match when={code("invite")} keyed>
              {(invite) => <InvitePage code={invite} />}
            </Match>
            <Match when={code("template")} keyed>
              {(template) => <TemplatePage code={template} />}
            </Match>
            <Match when={at() === "register"}>
              <Register
                onSignIn={() => app.router.go({ at: "login" })}
                onDone={() => app.router.replace({ at: "home" })}
              />
            </Match>
          </Switch>
        )}
      </Show>
    </Frame>
  );
}
