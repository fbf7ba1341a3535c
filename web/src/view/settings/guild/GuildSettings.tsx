import Ban from "lucide-solid/icons/ban";
import Bot from "lucide-solid/icons/bot";
import CopyPlus from "lucide-solid/icons/copy-plus";
import DoorOpen from "lucide-solid/icons/door-open";
import Smile from "lucide-solid/icons/face-slightly-smiling";
import Flag from "lucide-solid/icons/flag";
import Globe from "lucide-solid/icons/globe";
import Info from "lucide-solid/icons/info";
import Link from "lucide-solid/icons/link";
import ScrollText from "lucide-solid/icons/scroll-text";
import Send from "lucide-solid/icons/send";
import Shield from "lucide-solid/icons/shield";
import ShieldCheck from "lucide-solid/icons/shield-check";
import Siren from "lucide-solid/icons/siren";
import UserSearch from "lucide-solid/icons/user-search";
import Users from "lucide-solid/icons/users";
import Webhook from "lucide-solid/icons/webhook";
import { createEffect, lazy, Suspense } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { AuditLogPage } from "../moderation/AuditLogPage";
import { InspectorPage } from "../moderation/InspectorPage";
import { ReportsPage } from "../moderation/ReportsPage";
import { RulesPage } from "../moderation/RulesPage";
import { SafetyPage } from "../moderation/SafetyPage";
import { SettingsFrame, type SettingsGroup, type SettingsPage } from "../SettingsFrame";
import { BansPage } from "./BansPage";
import { GuildInvitesPage } from "./GuildInvitesPage";
import { IntegrationsPage } from "./IntegrationsPage";
import { MembersPage } from "./MembersPage";
import { OverviewPage } from "./OverviewPage";
import { RolesPage } from "./RolesPage";
import { WebhooksPage } from "./WebhooksPage";

const OutgoingPage = lazy(() => import("./OutgoingPage"));
const NewcomersPage = lazy(() => import("../newcomers/NewcomersPage"));
const TemplatePage = lazy(() => import("./TemplatePage"));
const WidgetPage = lazy(() => import("./WidgetPage"));
const ExpressionsPage = lazy(() => import("./ExpressionsPage"));

/** The settings of a guild; only the pages for which one has the right. */
export default function GuildSettings(props: { guild: Id; page?: string | undefined; onClose(): void }) {
  const app = useApp();
  const guild = () => app.guilds.of(props.guild);
  createEffect(() => !guild() && props.onClose());
  const may = (right: Parameters<typeof app.rights.may>[0]) => app.rights.may(right, props.guild);
  const groups = (): SettingsGroup[] => {
    const general: SettingsPage[] = [];
    const people: SettingsPage[] = [];
    if (may("manageGuild"))
      general.push({
        id: "overview",
        label: t("settings.overview"),
        icon: <Info size={18} />,
        view: () => <OverviewPage guild={props.guild} />,
      });
    if (may("manageRoles"))
      general.push({
        id: "roles",
        label: t("settings.roles"),
        icon: <Shield size={18} />,
        view: () => <RolesPage guild={props.guild} />,
      });
    if (may("manageExpressions") || may("createExpressions"))
      general.push({
        id: "expressions",
        label: t("files.expressions"),
        icon: <Smile size={18} />,
        view: () => (
          <Suspense>
            <ExpressionsPage guild={props.guild} />
          </Suspense>
        ),
      });
    people.push({
      id: "members",
      label: t("settings.members"),
      icon: <Users size={18} />,
      view: () => <MembersPage guild={props.guild} />,
    });
    if (may("manageGuild"))
      people.push({
        id: "invites",
        label: t("settings.invites"),
        icon: <Link size={18} />,
        view: () => <GuildInvitesPage guild={props.guild} />,
      });
    if (may("manageGuild"))
      people.push({
        id: "newcomers",
        label: t("guild.newcomers"),
        icon: <DoorOpen size={18} />,
        view: () => (
          <Suspense>
            <NewcomersPage guild={props.guild} />
          </Suspense>
        ),
      });
    if (may("manageGuild"))
      general.push({
        id: "integrations",
        label: t("bots.integrations"),
        icon: <Bot size={18} />,
        view: () => <IntegrationsPage guild={props.guild} />,
      });
    if (may("manageGuild"))
      general.push({
        id: "widget",
        label: t("guild.widget"),
        icon: <Globe size={18} />,
        view: () => (
          <Suspense>
            <WidgetPage guild={props.guild} />
          </Suspense>
        ),
      });
    if (may("manageGuild"))
      general.push({
        id: "template",
        label: t("template.title"),
        icon: <CopyPlus size={18} />,
        view: () => (
          <Suspense>
            <TemplatePage guild={props.guild} />
          </Suspense>
        ),
      });
    if (may("manageWebhooks"))
      general.push({
        id: "webhooks",
        label: t("bots.webhooks"),
        icon: <Webhook size={18} />,
        view: () => <WebhooksPage guild={props.guild} />,
      });
    if (may("manageWebhooks"))
      general.push({
        id: "outgoing",
        label: t("bots.outgoing"),
        icon: <Send size={18} />,
        view: () => (
          <Suspense>
            <OutgoingPage guild={props.guild} />
          </Suspense>
        ),
      });
    if (may("banMembers"))
      people.push({
        id: "bans",
        label: t("settings.bans"),
        icon: <Ban size={18} />,
        view: () => <BansPage guild={props.guild} />,
      });
    const moderation: SettingsPage[] = [];
    if (may("manageMessages") || may("kickMembers"))
      moderation.push({
        id: "reports",
        label: t("moderation.reports"),
        icon: <Flag size={18} />,
        view: () => <ReportsPage guild={props.guild} />,
      });
    if (may("viewAuditLog"))
      moderation.push({
        id: "audit",
        label: t("moderation.audit"),
        icon: <ScrollText size={18} />,
        view: () => <AuditLogPage guild={props.guild} />,
      });
    if (may("manageGuild"))
      moderation.push(
        {
          id: "rules",
          label: t("moderation.rules"),
          icon: <ShieldCheck size={18} />,
          view: () => <RulesPage guild={props.guild} />,
        },
        {
          id: "safety",
          label: t("moderation.safety"),
          icon: <Siren size={18} />,
          view: () => <SafetyPage guild={props.guild} />,
        },
      );
    if (may("manageRoles"))
      moderation.push({
        id: "inspector",
        label: t("moderation.inspector"),
        icon: <UserSearch size={18} />,
        view: () => <InspectorPage guild={props.guild} />,
      });
    const last = moderation.length > 0 ? [{ title: t("moderation.title"), pages: moderation }] : [];
    const first = general.length > 0 ? [{ title: guild()?.name ?? "", pages: general }] : [];
    return [...first, { title: t("settings.people"), pages: people }, ...last];
  };
  return (
    <SettingsFrame title={t("settings.title")} groups={groups()} page={props.page} onClose={props.onClose} />
  );
}
