import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

export function Nickname(props: { guild: Id; user: Id; onClose(): void }) {
  const app = useApp();
  const member = app.members.of(props.guild, props.user);
  const [nick, setNick] = createSignal(member?.nick ?? "");
  const submit = createSubmit(["nick"], async () => {
    const wanted = nick().trim() || null;
    if (props.user === app.session.me()?.id) await app.api.members.rename(props.guild, wanted);
    else await app.api.members.change(props.guild, props.user, { nick: wanted });
    props.onClose();
  });
  return (
    <FormDialog
      title={t("dialogs.nicknameTitle")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("dialogs.nickname")}
        hint={t("dialogs.nicknameHint", { guild: app.guilds.of(props.guild)?.name ?? "" })}
        value={nick()}
        onValue={setNick}
        error={submit.error("nick")}
        placeholder={displayName(member?.user) ?? ""}
        maxLength={32}
        autocomplete="off"
        autofocus
      />
    </FormDialog>
  );
}
