import Info from "lucide-solid/icons/info";
import KeyRound from "lucide-solid/icons/key-round";
import Link from "lucide-solid/icons/link";
import Trash from "lucide-solid/icons/trash";
import Webhook from "lucide-solid/icons/webhook";
import { createEffect, createSignal, lazy, Show, Suspense } from "solid-js";
import { ChannelType, type Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { DeleteChannel } from "../../dialogs/DeleteChannel";
import { InviteList } from "../InviteList";
import { SettingsFrame, type SettingsGroup, type SettingsPage } from "../SettingsFrame";
import { ChannelOverview } from "./ChannelOverview";
import { ChannelPermissions } from "./ChannelPermissions";

const WebhooksPage = lazy(() =>
  import("../guild/WebhooksPage").then((page) => ({ default: page.WebhooksPage })),
);

/** The settings of a channel or a category; only the pages for which one has the right. */
export default function ChannelSettings(props: { channel: Id; page?: string | undefined; onClose(): void }) {
  const app = useApp();
  const channel = () => app.channels.of(props.channel);
  const guild = () => channel()?.guild_id ?? "";
  const category = () => channel()?.type === ChannelType.category;
  createEffect(() => !channel() && props.onClose());
  const may = (right: Parameters<typeof app.rights.mayIn>[0]) => app.rights.mayIn(right, props.channel);
  const groups = (): SettingsGroup[] => {
    const pages: SettingsPage[] = [];
    if (may("manageChannels"))
      pages.push({
        id: "overview",
        label: t("settings.overview"),
        icon: <Info size={18} />,
        view: () => <ChannelOverview channel={props.channel} />,
      });
    if (may("manageRoles"))
      pages.push({
        id: "permissions",
        label: t("settings.channelPermissions"),
        icon: <KeyRound size={18} />,
        view: () => <ChannelPermissions channel={props.channel} />,
      });
    if (may("manageChannels") && !category())
      pages.push({
        id: "invites",
        label: t("settings.invites"),
        icon: <Link size={18} />,
        view: () => (
          <InviteList
            guild={guild()}
            channel={props.channel}
            text={t("settings.channelInvitesText")}
            load={() => app.api.invites.inChannel(props.channel)}
          />
        ),
      });
    if (may("manageWebhooks") && !category())
      pages.push({
        id: "webhooks",
        label: t("bots.webhooks"),
        icon: <Webhook size={18} />,
        view: () => (
          <Suspense>
            <WebhooksPage guild={guild()} channel={props.channel} />
          </Suspense>
        ),
      });
    return [{ title: category() ? (channel()?.name ?? "") : `# ${channel()?.name ?? ""}`, pages }];
  };
  return (
    <SettingsFrame
      title={t("settings.title")}
      groups={groups()}
      page={props.page}
      onClose={props.onClose}
      footer={
        <Show when={may("manageChannels")}>
          <Deletion channel={props.channel} category={category()} onDeleted={props.onClose} />
        </Show>
      }
    />
  );
}

function Deletion(props: { channel: Id; category: boolean; onDeleted(): void }) {
  const [asking, ask] = createSignal(false);
  return (
    <div class="px-2 pt-2">
      <Button kind="danger-quiet" size="sm" icon={<Trash size={15} />} onClick={() => ask(true)}>
        {props.category ? t("settings.categoryDelete") : t("settings.channelDelete")}
      </Button>
      <Show when={asking()}>
        <DeleteChannel channel={props.channel} onClose={() => ask(false)} onDeleted={props.onDeleted} />
      </Show>
    </div>
  );
}
