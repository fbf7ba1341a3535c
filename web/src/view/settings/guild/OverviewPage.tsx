import { Show } from "solid-js";
import { iconUrl } from "~/api/cdn";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Select } from "~/ui/Select";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { PicturePicker } from "../../files/PicturePicker";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { PageHeader } from "../PageHeader";
import { SaveBar } from "../SaveBar";
import { DangerZone } from "./DangerZone";

export function OverviewPage(props: { guild: Id }) {
  const app = useApp();
  const toasts = useToasts();
  const guild = () => app.guilds.of(props.guild);
  const draft = createDraft(() => ({
    name: guild()?.name ?? "",
    description: guild()?.description ?? null,
    system_channel_id: guild()?.system_channel_id ?? null,
  }));
  const submit = createSubmit(["name", "description", "system_channel_id"], async () => {
    if (draft.value().name.trim().length < 2) submit.refuse({ name: t("refusal.badLength") });
    app.apply({ t: "GUILD_UPDATE", d: await app.api.guilds.change(props.guild, draft.changes()) });
    draft.reset();
    toasts.show(t("settings.guildSaved"), "ok");
  });
  const channels = () => [
    { value: "", label: t("settings.systemChannelNone") },
    ...app.channels
      .readable(props.guild)
      .map((channel) => ({ value: channel.id, label: `# ${channel.name}` })),
  ];
  return (
    <>
      <PageHeader title={t("settings.overview")} text={t("settings.guildText")} />
      <div class="flex flex-col sm:flex-row gap-6 pb-8">
        <div class="flex flex-col items-start gap-3">
          <Avatar
            id={props.guild}
            name={draft.value().name || "?"}
            size={104}
            square
            src={iconUrl({ id: props.guild, icon: guild()?.icon ?? null })}
          />
          <PicturePicker
            label={t("files.chooseIcon")}
            has={Boolean(guild()?.icon)}
            width={512}
            height={512}
            onPick={async (icon) =>
              app.apply({ t: "GUILD_UPDATE", d: await app.api.guilds.change(props.guild, { icon }) })
            }
          />
          <PicturePicker
            label={t("files.chooseBanner")}
            has={Boolean(guild()?.banner)}
            width={960}
            height={540}
            onPick={async (banner) =>
              app.apply({ t: "GUILD_UPDATE", d: await app.api.guilds.change(props.guild, { banner }) })
            }
          />
          <PicturePicker
            label={t("files.chooseSplash")}
            has={Boolean(guild()?.splash)}
            width={960}
            height={540}
            onPick={async (splash) =>
              app.apply({ t: "GUILD_UPDATE", d: await app.api.guilds.change(props.guild, { splash }) })
            }
          />
        </div>
        <div class="flex-1 flex flex-col gap-6 min-w-0">
          <TextInput
            label={t("settings.guildName")}
            value={draft.value().name}
            onValue={(name) => draft.edit({ name })}
            error={submit.error("name")}
            maxLength={100}
            autocomplete="off"
          />
          <TextArea
            label={t("settings.guildDescription")}
            hint={t("settings.guildDescriptionHint")}
            value={draft.value().description ?? ""}
            onValue={(text) => draft.edit({ description: text || null })}
            error={submit.error("description")}
            maxLength={300}
          />
          <Select
            label={t("settings.systemChannel")}
            hint={t("settings.systemChannelHint")}
            value={draft.value().system_channel_id ?? ""}
            options={channels()}
            onValue={(id) => draft.edit({ system_channel_id: id || null })}
            error={submit.error("system_channel_id")}
          />
        </div>
      </div>
      <Show when={guild()?.owner_id === app.session.me()?.id}>
        <DangerZone guild={props.guild} />
      </Show>
      <SaveBar
        dirty={draft.dirty()}
        busy={submit.busy()}
        error={submit.error()}
        onSave={submit.run}
        onReset={draft.reset}
      />
    </>
  );
}
