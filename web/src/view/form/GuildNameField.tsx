import { t } from "~/i18n";
import { Avatar } from "~/ui/Avatar";
import { TextInput } from "~/ui/TextInput";

/** The name of a community that is about to be made, beside the face that it will have. */
export function GuildNameField(props: {
  name: string;
  error?: string | undefined;
  autofocus?: boolean;
  onName(name: string): void;
}) {
  return (
    <div class="flex items-center gap-4">
      <Avatar id={props.name} name={props.name || "?"} size={64} square />
      <div class="flex-1 min-w-0">
        <TextInput
          label={t("dialogs.guildName")}
          value={props.name}
          onValue={(name) => props.onName(name)}
          error={props.error}
          maxLength={100}
          autocomplete="off"
          autofocus={props.autofocus}
        />
      </div>
    </div>
  );
}
