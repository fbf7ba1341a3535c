import Ban from "lucide-solid/icons/ban";
import Bot from "lucide-solid/icons/bot";
import Info from "lucide-solid/icons/info";
import Link from "lucide-solid/icons/link";
import Shield from "lucide-solid/icons/shield";
import Users from "lucide-solid/icons/users";
import Webhook from "lucide-solid/icons/webhook";
import { createEffect } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { SettingsFrame, type SettingsGroup, type SettingsPage } from "../SettingsFrame";
import { BansPage } from "./BansPage";
import { GuildInvitesPage } from "./GuildInvitesPage";
import { IntegrationsPage } from "./IntegrationsPage";
import { MembersPage } from "./MembersPage";
import { OverviewPage } from "./OverviewPage";
import { RolesPage } from "./RolesPage";
import { WebhooksPage } from "./WebhooksPage";

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
      general.push({
        id: "integrations",
        label: t("bots.integrations"),
        icon: <Bot size={18} />,
        view: () => <IntegrationsPage guild={props.guild} />,
      });
    if (may("manageWebhooks"))
      general.push({
        id: "webhooks",
        label: t("bots.webhooks"),
        icon: <Webhook size={18} />,
        view: () => <WebhooksPage guild={props.guild} />,
      });
    if (may("banMembers"))
      people.push({
        id: "bans",
        label: t("settings.bans"),
        icon: <Ban size={18} />,
        view: () => <BansPage guild={props.guild} />,
      });
    const first = general.length > 0 ? [{ title: guild()?.name ?? "", pages: general }] : [];
    return [...first, { title: t("settings.people"), pages: people }];
  };
  return (
    <SettingsFrame title={t("settings.title")} groups={groups()} page={props.page} onClose={props.onClose} />
  );
}
