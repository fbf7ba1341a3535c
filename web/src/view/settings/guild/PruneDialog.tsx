import { createMemo, createResource, createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Select } from "~/ui/Select";
import { Skeleton } from "~/ui/Skeleton";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createSubmit } from "../../form/createSubmit";
import { FormDialog } from "../../form/FormDialog";
import { FormError } from "../../form/FormError";
import { refusalText } from "../../form/refusalTexts";
import { Picks } from "../moderation/Picks";

const DAYS = ["1", "3", "7", "14", "30"] as const;

/** Removes who is away; first it says how many that are. */
export function PruneDialog(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const toasts = useToasts();
  const [days, setDays] = createSignal<(typeof DAYS)[number]>("7");
  const [roles, setRoles] = createSignal<string[]>([]);
  const [reason, setReason] = createSignal("");
  const asked = createMemo(() => ({ days: Number(days()), roles: roles() }));
  const [found] = createResource(asked, async (wanted) => {
    const answer = await app.api.reception.pruneCount(props.guild, wanted.days, wanted.roles);
    return answer.pruned;
  });
  const count = () => (found.state === "ready" ? found() : 0);
  const choices = () =>
    app.guilds
      .roles(props.guild)
      .filter((role) => role.id !== props.guild && !role.managed)
      .map((role) => ({ id: role.id, label: role.name }));
  const submit = createSubmit([], async () => {
    const done = await app.api.reception.prune(props.guild, Number(days()), roles(), reason().trim());
    toasts.show(t("guild.pruneDone", { count: done.pruned }), "ok");
    props.onClose();
  });
  return (
    <FormDialog
      danger
      title={t("guild.pruneTitle")}
      description={t("guild.pruneText")}
      submit={submit}
      submitLabel={t("guild.pruneAction", { count: count() })}
      ready={count() > 0}
      onClose={props.onClose}
    >
      <Select
        label={t("guild.pruneDays")}
        value={days()}
        options={DAYS.map((value) => ({ value, label: t("dialogs.days", { count: Number(value) }) }))}
        onValue={setDays}
      />
      <Show when={choices().length > 0}>
        <Picks label={t("guild.pruneRoles")} choices={choices()} chosen={roles()} onChange={setRoles} />
      </Show>
      <Show when={!found.error} fallback={<FormError text={refusalText(found.error)} />}>
        <p class="title-sm" role="status">
          <Show when={!found.loading} fallback={<Skeleton class="h-5 w-48" />}>
            {count() > 0 ? t("guild.pruneCount", { count: count() }) : t("guild.pruneNobody")}
          </Show>
        </p>
      </Show>
      <TextInput
        label={t("dialogs.reason")}
        hint={t("dialogs.reasonHint")}
        aside={t("welcome.optional")}
        value={reason()}
        onValue={setReason}
        maxLength={512}
        autocomplete="off"
      />
    </FormDialog>
  );
}
