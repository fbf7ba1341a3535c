import { createResource, createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { InviteOptions } from "~/api/guilds";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { CopyField } from "~/ui/CopyField";
import { Dialog } from "~/ui/Dialog";
import { Select } from "~/ui/Select";
import { Skeleton } from "~/ui/Skeleton";
import { Switch } from "~/ui/Switch";
import { FormError } from "../form/FormError";
import { refusalText } from "../form/refusalTexts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const AGES = [HOUR / 2, HOUR, 6 * HOUR, 12 * HOUR, DAY, 7 * DAY, 30 * DAY, 0];
const USES = [0, 1, 5, 10, 25, 50, 100];

const FIRST: Required<Pick<InviteOptions, "max_age" | "max_uses" | "temporary">> = {
  max_age: 7 * DAY,
  max_uses: 0,
  temporary: false,
};

export const inviteLink = (code: string) => `${location.origin}/invite/${code}`;

/** A link into the guild. One with the usual limits is there at once; others are made on request. */
export function InvitePeople(props: { guild: Id; channel?: Id | undefined; onClose(): void }) {
  const app = useApp();
  const [wanted, want] = createSignal({ ...FIRST });
  const [form, change] = createStore({ ...FIRST });
  const [editing, edit] = createSignal(false);
  const channel = () =>
    app.channels.of(props.channel) ??
    app.channels.readable(props.guild).find((candidate) => app.rights.mayIn("createInvite", candidate.id));
  const [invite] = createResource(wanted, async (options) => {
    const into = channel();
    return into && app.api.invites.create(into.id, options);
  });
  const refused = () => {
    if (invite.error) return refusalText(invite.error);
    return channel() ? undefined : t("refusal.forbidden");
  };
  return (
    <Dialog
      open
      title={t("dialogs.inviteTitle", { guild: app.guilds.of(props.guild)?.name ?? "" })}
      description={t("dialogs.inviteText", { channel: channel()?.name ?? "" })}
      closeLabel={t("common.close")}
      onClose={props.onClose}
    >
      <div class="flex flex-col gap-5 pb-2">
        <Show when={!refused()} fallback={<FormError text={refused()} />}>
          <Show when={invite()} fallback={<Skeleton class="h-16 w-full" />}>
            {(made) => (
              <CopyField
                first
                label={t("dialogs.inviteLink")}
                value={inviteLink(made().code)}
                copyLabel={t("common.copy")}
                copiedLabel={t("common.copied")}
                hint={`${t("dialogs.inviteExpires")}: ${ageText(wanted().max_age)} · ${t("dialogs.inviteUses")}: ${usesText(wanted().max_uses)}`}
              />
            )}
          </Show>
        </Show>
        <Show
          when={editing()}
          fallback={
            <Button class="self-start" kind="ghost" size="sm" onClick={() => edit(true)}>
              {t("dialogs.inviteEdit")}
            </Button>
          }
        >
          <div class="grid sm:grid-cols-2 gap-4 pt-4 border-t border-line">
            <Select
              label={t("dialogs.inviteExpires")}
              value={String(form.max_age)}
              options={AGES.map((age) => ({ value: String(age), label: ageText(age) }))}
              onValue={(age) => change({ max_age: Number(age) })}
            />
            <Select
              label={t("dialogs.inviteUses")}
              value={String(form.max_uses)}
              options={USES.map((uses) => ({ value: String(uses), label: usesText(uses) }))}
              onValue={(uses) => change({ max_uses: Number(uses) })}
            />
            <div class="sm:col-span-2">
              <Switch
                label={t("dialogs.inviteTemporary")}
                description={t("dialogs.inviteTemporaryHint")}
                checked={form.temporary}
                onChange={(temporary) => change({ temporary })}
              />
            </div>
            <Button class="sm:col-span-2" busy={invite.loading} onClick={() => want({ ...form })}>
              {t("dialogs.inviteNew")}
            </Button>
          </div>
        </Show>
      </div>
    </Dialog>
  );
}

export function ageText(seconds: number): string {
  if (seconds === 0) return t("dialogs.never");
  if (seconds < HOUR) return t("dialogs.minutes", { count: seconds / 60 });
  return seconds < DAY
    ? t("dialogs.hours", { count: seconds / HOUR })
    : t("dialogs.days", { count: seconds / DAY });
}

const usesText = (uses: number) => (uses === 0 ? t("dialogs.noLimit") : t("dialogs.uses", { count: uses }));
