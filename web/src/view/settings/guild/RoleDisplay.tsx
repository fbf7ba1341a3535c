import type { RoleChange } from "~/api/guilds";
import { t } from "~/i18n";
import { ColorPicker } from "~/ui/ColorPicker";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";

interface RoleDisplayProps {
  value: Required<Omit<RoleChange, "icon" | "unicode_emoji">>;
  disabled: boolean;
  error: string | undefined;
  onEdit(part: RoleChange): void;
}

export function RoleDisplay(props: RoleDisplayProps) {
  return (
    <div class="flex flex-col gap-6">
      <TextInput
        label={t("settings.roleName")}
        value={props.value.name}
        onValue={(name) => props.onEdit({ name })}
        error={props.error}
        disabled={props.disabled}
        maxLength={100}
        autocomplete="off"
      />
      <ColorPicker
        label={t("settings.roleColor")}
        noneLabel={t("settings.noColor")}
        customLabel={t("settings.customColor")}
        value={props.value.color}
        disabled={props.disabled}
        onValue={(color) => props.onEdit({ color })}
      />
      <div class="divide-y divide-line border-t border-line">
        <Switch
          label={t("settings.roleHoist")}
          description={t("settings.roleHoistText")}
          checked={props.value.hoist}
          disabled={props.disabled}
          onChange={(hoist) => props.onEdit({ hoist })}
        />
        <Switch
          label={t("settings.roleMentionable")}
          description={t("settings.roleMentionableText")}
          checked={props.value.mentionable}
          disabled={props.disabled}
          onChange={(mentionable) => props.onEdit({ mentionable })}
        />
      </div>
    </div>
  );
}
