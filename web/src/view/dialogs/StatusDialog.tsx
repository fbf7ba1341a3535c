import Smile from "lucide-solid/icons/face-slightly-smiling";
import X from "lucide-solid/icons/x";
import { Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { UserSettings } from "~/api/types";
import { t } from "~/i18n";
import { momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { IconButton } from "~/ui/IconButton";
import { PresenceDot } from "~/ui/PresenceDot";
import { RadioCards } from "~/ui/RadioCards";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { EmojiButton } from "../emoji/EmojiButton";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

type Until = "kept" | "never" | "1" | "4" | "today";

const HOUR_MS = 3_600_000;

const STATUSES = ["online", "idle", "dnd", "invisible"] as const;

/** How one appears to others: presence and a line of one's own. */
export function StatusDialog(props: { onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({
    status: app.settings.values.status,
    text: app.settings.values.custom_status?.text ?? "",
    emoji: app.settings.values.custom_status?.emoji_name ?? "",
    /** Kept while nobody chooses another. */
    until: (app.settings.values.custom_status?.expires_at ? "kept" : "never") as Until,
  });
  const submit = createSubmit(["custom_status"], async () => {
    const text = form.text.trim();
    const expires_at =
      form.until === "kept" ? (app.settings.values.custom_status?.expires_at ?? null) : endOf(form.until);
    const custom_status =
      text || form.emoji ? { text: text || null, emoji_name: form.emoji || null, expires_at } : null;
    await app.settings.save({ status: form.status, custom_status });
    props.onClose();
  });
  return (
    <FormDialog
      title={t("dialogs.status")}
      submit={submit}
      submitLabel={t("common.save")}
      onClose={props.onClose}
    >
      <div class="flex items-end gap-2">
        <EmojiButton
          label={t("dialogs.statusEmoji")}
          emoji={form.emoji}
          onPick={(emoji) => change({ emoji })}
        >
          <Smile size={20} />
        </EmojiButton>
        <div class="flex-1 min-w-0">
          <TextInput
            label={t("dialogs.customStatus")}
            value={form.text}
            onValue={(text) => change({ text })}
            error={submit.error("custom_status")}
            placeholder={t("dialogs.customStatusPlaceholder")}
            maxLength={128}
            autocomplete="off"
            autofocus
          />
        </div>
        <Show when={form.emoji || form.text}>
          <IconButton
            label={t("common.delete")}
            class="w-11! h-11!"
            onClick={() => change({ text: "", emoji: "" })}
          >
            <X size={18} />
          </IconButton>
        </Show>
      </div>
      <Select<Until>
        label={t("dialogs.statusUntil")}
        value={form.until}
        options={untils(app.settings.values.custom_status?.expires_at)}
        onValue={(until) => change({ until })}
      />
      <RadioCards<UserSettings["status"]>
        label={t("dialogs.status")}
        columns={2}
        value={form.status}
        onValue={(status) => change({ status })}
        options={STATUSES.map((status) => ({
          value: status,
          label: t(`common.${status}`),
          icon: <PresenceDot status={status} size={14} />,
        }))}
      />
    </FormDialog>
  );
}

const untils = (kept: string | null | undefined) => [
  ...(kept ? [{ value: "kept" as const, label: momentText(kept) }] : []),
  { value: "never" as const, label: t("dialogs.statusNever") },
  { value: "1" as const, label: t("search.hour") },
  { value: "4" as const, label: t("dialogs.statusHours", { count: 4 }) },
  { value: "today" as const, label: t("dialogs.statusToday") },
];

function endOf(until: Exclude<Until, "kept">): string | null {
  if (until === "never") return null;
  if (until === "today") return new Date(new Date().setHours(24, 0, 0, 0)).toISOString();
  return new Date(Date.now() + Number(until) * HOUR_MS).toISOString();
}
