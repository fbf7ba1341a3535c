import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { InviteList } from "../InviteList";
import { VanityPart } from "./VanityPart";

export function GuildInvitesPage(props: { guild: Id }) {
  const app = useApp();
  return (
    <>
      <InviteList
        guild={props.guild}
        text={t("settings.invitesText")}
        load={() => app.api.invites.inGuild(props.guild)}
      />
      <VanityPart guild={props.guild} />
    </>
  );
}
