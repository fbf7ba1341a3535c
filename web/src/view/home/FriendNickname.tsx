import { createSignal } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

/** What one calls a friend; nobody else sees it. */
export function FriendNickname(props: { user: Id; onClose(): void }) {
  const app = useApp();
  const friend = app.friends.of(props.user);
  const [name, setName] = createSignal(friend?.nickname ?? "");
  const submit = createSubmit(["nickname"], async () => {
    await app.api.people.nickname(props.user, name().trim() || null);
    props.onClose();
  });
  return (
    <FormDialog
      title={t("home.nickname")}
      description={t("home.nicknameText")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <TextInput
        label={t("home.nickname")}
        aside={t("welcome.optional")}
        value={name()}
        onValue={setName}
        error={submit.error("nickname")}
        placeholder={displayName(friend?.user) ?? ""}
        maxLength={32}
        autocomplete="off"
        autofocus
      />
    </FormDialog>
  );
}
