import Bell from "lucide-solid/icons/bell";
import Blocks from "lucide-solid/icons/blocks";
import Bot from "lucide-solid/icons/bot";
import CircleUser from "lucide-solid/icons/circle-user";
import KeyRound from "lucide-solid/icons/key-round";
import Keyboard from "lucide-solid/icons/keyboard";
import Languages from "lucide-solid/icons/languages";
import Lock from "lucide-solid/icons/lock";
import LogOut from "lucide-solid/icons/log-out";
import Mic from "lucide-solid/icons/mic";
import MonitorSmartphone from "lucide-solid/icons/monitor-smartphone";
import Palette from "lucide-solid/icons/palette";
import Server from "lucide-solid/icons/server";
import Stethoscope from "lucide-solid/icons/stethoscope";
import { createSignal, lazy, Suspense } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { createAttempt } from "../../form/createAttempt";
import { SettingsFrame, type SettingsGroup } from "../SettingsFrame";
import { AccountPage } from "./AccountPage";
import { AlertsPage } from "./AlertsPage";
import { AppearancePage } from "./AppearancePage";
import { KeyboardPage } from "./KeyboardPage";
import { LanguagePage } from "./LanguagePage";
import { NodePage } from "./NodePage";
import { PrivacyPage } from "./PrivacyPage";
import { ProfilePage } from "./ProfilePage";
import { SessionsPage } from "./SessionsPage";

const AppsPage = lazy(() => import("./AppsPage"));
const VoicePage = lazy(() => import("./VoicePage"));
const ConnectionPage = lazy(() => import("./ConnectionPage"));

export default function UserSettings(props: { page?: string | undefined; onClose(): void }) {
  const app = useApp();
  const groups = (): SettingsGroup[] => [
    {
      title: t("settings.you"),
      pages: [
        {
          id: "profile",
          label: t("settings.profile"),
          icon: <CircleUser size={18} />,
          view: () => <ProfilePage />,
        },
        {
          id: "account",
          label: t("settings.account"),
          icon: <KeyRound size={18} />,
          view: () => <AccountPage />,
        },
        {
          id: "privacy",
          label: t("alerts.privacy"),
          icon: <Lock size={18} />,
          view: () => <PrivacyPage />,
        },
        {
          id: "sessions",
          label: t("settings.sessions"),
          icon: <MonitorSmartphone size={18} />,
          view: () => <SessionsPage />,
        },
        {
          id: "apps",
          label: t("oauth.appsTitle"),
          icon: <Blocks size={18} />,
          view: () => (
            <Suspense>
              <AppsPage />
            </Suspense>
          ),
        },
      ],
    },
    {
      title: t("settings.app"),
      pages: [
        {
          id: "alerts",
          label: t("alerts.title"),
          icon: <Bell size={18} />,
          view: () => <AlertsPage />,
        },
        {
          id: "appearance",
          label: t("settings.appearance"),
          icon: <Palette size={18} />,
          view: () => <AppearancePage />,
        },
        {
          id: "language",
          label: t("settings.language"),
          icon: <Languages size={18} />,
          view: () => <LanguagePage />,
        },
        {
          id: "keyboard",
          label: t("settings.keyboard"),
          icon: <Keyboard size={18} />,
          view: () => <KeyboardPage />,
        },
        {
          id: "voice",
          label: t("voice.title"),
          icon: <Mic size={18} />,
          view: () => (
            <Suspense>
              <VoicePage />
            </Suspense>
          ),
        },
        {
          id: "connection",
          label: t("check.title"),
          icon: <Stethoscope size={18} />,
          view: () => (
            <Suspense>
              <ConnectionPage />
            </Suspense>
          ),
        },
      ],
    },
    ...(app.session.me()?.admin
      ? [
          {
            title: t("settings.node"),
            pages: [
              {
                id: "node",
                label: t("settings.nodeOverview"),
                icon: <Server size={18} />,
                view: () => <NodePage />,
              },
            ],
          },
        ]
      : []),
  ];
  return (
    <SettingsFrame
      title={t("settings.title")}
      groups={groups()}
      page={props.page}
      footer={<Footer />}
      onClose={props.onClose}
    />
  );
}

function Footer() {
  const app = useApp();
  const [asking, ask] = createSignal(false);
  const { busy, attempt } = createAttempt();
  const signOut = async () => {
    await attempt(() => app.session.signOut());
    app.overlays.close();
  };
  return (
    <div class="flex flex-col gap-3 items-start px-2 pt-2">
      <Button
        kind="ghost"
        size="sm"
        icon={<Bot size={15} />}
        onClick={() => {
          app.overlays.close();
          app.router.go({ at: "developers" });
        }}
      >
        {t("bots.developers")}
      </Button>
      <Button kind="danger-quiet" size="sm" icon={<LogOut size={15} />} onClick={() => ask(true)}>
        {t("settings.signOut")}
      </Button>
      <p class="text-xs text-fg-2">
        Parley · {t("settings.version", { version: app.session.instance()?.version ?? "–" })}
      </p>
      <ConfirmDialog
        open={asking()}
        title={t("settings.signOutTitle")}
        text={t("settings.signOutText")}
        confirmLabel={t("settings.signOut")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={signOut}
        onClose={() => ask(false)}
      />
    </div>
  );
}
