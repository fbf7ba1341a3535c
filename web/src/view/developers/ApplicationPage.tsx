import { createSignal, lazy, Match, Suspense, Switch } from "solid-js";
import type { ApplicationChange, OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Tabs } from "~/ui/Tabs";
import { createAttempt } from "../form/createAttempt";
import { PageHeader } from "../settings/PageHeader";
import { BotPart } from "./BotPart";
import { Connecting } from "./Connecting";
import { EventsPart } from "./EventsPart";
import { GeneralPart } from "./GeneralPart";
import { InstallPart } from "./InstallPart";
import { OAuthPart } from "./OAuthPart";

const EmojiPart = lazy(() => import("./EmojiPart"));

interface ApplicationPageProps {
  application: OwnApplication;
  onChanged(): unknown;
  onRemoved(): unknown;
}

/** What every part of the page gets. */
export interface PartProps {
  application: OwnApplication;
  onChanged(): unknown;
  /** Saves at once and says so. */
  change(body: ApplicationChange): Promise<void>;
}

/** One application: what it is called, its bot, how it gets in, for whom it acts and how a library reaches this node. */
export function ApplicationPage(props: ApplicationPageProps) {
  const app = useApp();
  const { attempt } = createAttempt();
  const tabs = [
    { value: "general", label: t("oauth.tabGeneral") },
    { value: "bot", label: t("oauth.tabBot") },
    { value: "install", label: t("oauth.tabInstall") },
    { value: "oauth", label: t("oauth.tabOAuth") },
    { value: "events", label: t("oauth.tabEvents") },
    { value: "emoji", label: t("oauth.tabEmoji") },
    { value: "connect", label: t("oauth.tabConnect") },
  ] as const;
  const [tab, choose] = createSignal<(typeof tabs)[number]["value"]>("general");
  const change = async (body: ApplicationChange) => {
    const done = t("common.saved");
    if (await attempt(() => app.api.applications.change(props.application.id, body), done))
      await props.onChanged();
  };
  const part = () => ({ application: props.application, onChanged: props.onChanged, change });
  return (
    <>
      <PageHeader named title={props.application.name} text={`@${props.application.bot?.username ?? ""}`} />
      <Tabs label={t("oauth.tabs")} tabs={tabs} value={tab()} onValue={choose}>
        <Switch>
          <Match when={tab() === "general"}>
            <GeneralPart {...part()} onRemoved={props.onRemoved} />
          </Match>
          <Match when={tab() === "bot"}>
            <BotPart {...part()} />
          </Match>
          <Match when={tab() === "install"}>
            <InstallPart {...part()} />
          </Match>
          <Match when={tab() === "oauth"}>
            <OAuthPart {...part()} />
          </Match>
          <Match when={tab() === "events"}>
            <EventsPart {...part()} />
          </Match>
          <Match when={tab() === "emoji"}>
            <Suspense>
              <EmojiPart application={props.application} />
            </Suspense>
          </Match>
          <Match when={tab() === "connect"}>
            <Connecting />
          </Match>
        </Switch>
      </Tabs>
    </>
  );
}
