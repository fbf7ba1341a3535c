import { Show } from "solid-js";
import { roleIconUrl } from "~/api/cdn";
import type { Id, Role } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { PicturePicker } from "../../files/PicturePicker";

/** The small picture that stands beside names with the role. */
export function RoleIcon(props: { guild: Id; role: Role }) {
  const app = useApp();
  const change = async (icon: string | null) => {
    const role = await app.api.guilds.changeRole(props.guild, props.role.id, { icon });
    app.apply({ t: "GUILD_ROLE_UPDATE", d: { guild_id: props.guild, role } });
  };
  return (
    <div class="flex items-center gap-4 mb-6">
      <span class="grid place-content-center w-12 h-12 rounded-md bg-bg-3 text-2xl">
        <Show when={roleIconUrl(props.role)} fallback={props.role.unicode_emoji}>
          {(url) => <img src={url()} alt="" class="w-8 h-8 object-contain" />}
        </Show>
      </span>
      <PicturePicker
        label={t("files.chooseRoleIcon")}
        has={Boolean(props.role.icon)}
        width={64}
        height={64}
        onPick={change}
      />
    </div>
  );
}
