import { createSignal, For, Match, Switch } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { PageHeader } from "../PageHeader";
import { ChangeEmail, ChangePassword, ChangeUsername } from "./AccountDialogs";

type Part = "username" | "email" | "password";

/** What one signs in with. Each change asks for the current password. */
export function AccountPage() {
  const app = useApp();
  const [changing, change] = createSignal<Part>();
  const close = () => change(undefined);
  const rows = () => [
    {
      part: "username" as const,
      name: t("welcome.username"),
      value: app.session.me()?.username ?? "",
      action: t("settings.changeUsername"),
    },
    {
      part: "email" as const,
      name: t("welcome.email"),
      value: app.session.me()?.email || t("settings.noEmail"),
      action: t("settings.changeEmail"),
    },
    {
      part: "password" as const,
      name: t("welcome.password"),
      value: t("settings.passwordStars"),
      action: t("settings.changePassword"),
    },
  ];
  return (
    <>
      <PageHeader title={t("settings.account")} text={t("settings.accountText")} />
      <ul class="card divide-y divide-line">
        <For each={rows()}>
          {(row) => (
            <li class="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-4">
              <div class="flex-1 min-w-50">
                <h3 class="eyebrow mb-1">{row.name}</h3>
                <p class="text-[0.9375rem] break-words">{row.value}</p>
              </div>
              <Button onClick={() => change(row.part)}>{row.action}</Button>
            </li>
          )}
        </For>
      </ul>
      <Switch>
        <Match when={changing() === "username"}>
          <ChangeUsername onClose={close} />
        </Match>
        <Match when={changing() === "email"}>
          <ChangeEmail onClose={close} />
        </Match>
        <Match when={changing() === "password"}>
          <ChangePassword onClose={close} />
        </Match>
      </Switch>
    </>
  );
}
