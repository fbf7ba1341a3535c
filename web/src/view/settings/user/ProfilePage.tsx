import { avatarUrl } from "~/api/cdn";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Avatar } from "~/ui/Avatar";
import { ColorPicker } from "~/ui/ColorPicker";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { PicturePicker } from "../../files/PicturePicker";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { PageHeader } from "../PageHeader";
import { SaveBar } from "../SaveBar";
import { ProfilePreview } from "./ProfilePreview";

export function ProfilePage() {
  const app = useApp();
  const toasts = useToasts();
  const draft = createDraft(() => {
    const me = app.session.me();
    return {
      global_name: me?.global_name ?? "",
      pronouns: me?.pronouns ?? "",
      bio: me?.bio ?? "",
      accent_color: me?.accent_color ?? 0,
    };
  });
  const submit = createSubmit(["global_name", "pronouns", "bio", "accent_color"], async () => {
    const { global_name, accent_color, ...others } = draft.changes();
    const me = await app.api.users.change({
      ...others,
      ...(global_name !== undefined && { global_name: global_name.trim() || null }),
      ...(accent_color !== undefined && { accent_color: accent_color || null }),
    });
    app.apply({ t: "USER_UPDATE", d: me });
    draft.reset();
    toasts.show(t("settings.profileSaved"), "ok");
  });
  return (
    <>
      <PageHeader title={t("settings.profile")} text={t("settings.profileText")} />
      <div class="grid gap-8 lg:grid-cols-[minmax(0,1fr)_17rem] mb-8">
        <div class="flex flex-col gap-6 min-w-0">
          <div class="flex flex-wrap items-center gap-5">
            <Avatar
              id={app.session.me()?.id ?? ""}
              name={displayName(app.session.me()) || ""}
              src={avatarUrl(app.session.me())}
              size={80}
            />
            <div class="flex flex-col gap-2">
              <PicturePicker
                label={t("files.chooseAvatar")}
                has={Boolean(app.session.me()?.avatar)}
                width={512}
                height={512}
                round
                onPick={async (avatar) =>
                  app.apply({ t: "USER_UPDATE", d: await app.api.users.change({ avatar }) })
                }
              />
              <PicturePicker
                label={t("files.chooseBanner")}
                has={Boolean(app.session.me()?.banner)}
                width={960}
                height={384}
                onPick={async (banner) =>
                  app.apply({ t: "USER_UPDATE", d: await app.api.users.change({ banner }) })
                }
              />
            </div>
          </div>
          <TextInput
            label={t("welcome.displayName")}
            value={draft.value().global_name}
            onValue={(global_name) => draft.edit({ global_name })}
            error={submit.error("global_name")}
            placeholder={app.session.me()?.username ?? ""}
            maxLength={32}
            autocomplete="nickname"
          />
          <TextInput
            label={t("settings.pronouns")}
            aside={t("welcome.optional")}
            value={draft.value().pronouns}
            onValue={(pronouns) => draft.edit({ pronouns })}
            error={submit.error("pronouns")}
            maxLength={40}
            autocomplete="off"
          />
          <TextArea
            label={t("settings.bio")}
            hint={t("settings.bioHint")}
            value={draft.value().bio}
            onValue={(bio) => draft.edit({ bio })}
            error={submit.error("bio")}
            maxLength={190}
          />
          <ColorPicker
            label={t("settings.accentColor")}
            noneLabel={t("settings.noColor")}
            customLabel={t("settings.customColor")}
            value={draft.value().accent_color}
            onValue={(accent_color) => draft.edit({ accent_color })}
          />
        </div>
        <ProfilePreview
          id={app.session.me()?.id ?? ""}
          name={draft.value().global_name.trim() || displayName(app.session.me()) || ""}
          username={app.session.me()?.username ?? ""}
          pronouns={draft.value().pronouns}
          bio={draft.value().bio}
          color={draft.value().accent_color}
        />
      </div>
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
