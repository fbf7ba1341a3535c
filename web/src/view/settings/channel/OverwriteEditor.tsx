import { createMemo, For, Show } from "solid-js";
import type { Id, Overwrite } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { has, inChannel, inGuild, Permission } from "~/state/permissions";
import { BIT, channelGroups, type PermissionName } from "../permissions/bits";
import { answerOf, withAnswer } from "../permissions/overwrites";
import { AnswerSwitch } from "./AnswerSwitch";

interface OverwriteEditorProps {
  channel: Id;
  name: string;
  overwrite: Overwrite;
  onEdit(overwrite: Overwrite): void;
}

/** Allow, inherit or deny, for each permission that counts in this kind of channel. */
export function OverwriteEditor(props: OverwriteEditorProps) {
  const app = useApp();
  const channel = () => app.channels.of(props.channel);
  /** Who may do a thing here may answer for it; an administrator for all. */
  const own = createMemo(() => {
    const known = channel();
    const guild = app.guilds.of(known?.guild_id);
    const self = app.members.of(guild?.id, app.session.me()?.id);
    if (!known || !guild) return 0n;
    return has(inGuild(guild, self), Permission.administrator) ? ~0n : inChannel(guild, known, self);
  });
  const title = (name: PermissionName) =>
    name === "MANAGE_ROLES" ? t("permissions.MANAGE_ROLES_channel") : t(`permissions.${name}`);
  const text = (name: PermissionName) =>
    name === "MANAGE_ROLES" ? t("permissions.MANAGE_ROLES_channel_text") : t(`permissions.${name}_text`);
  return (
    <section
      class="flex flex-col gap-6 min-w-0"
      aria-label={t("settings.overwriteFor", { name: props.name })}
    >
      <For each={channelGroups(channel()?.type ?? 0)}>
        {(group) => (
          <section>
            <h3 class="eyebrow pb-1">{t(`permissions.${group.title}`)}</h3>
            <div class="divide-y divide-line">
              <For each={group.names}>
                {(name) => (
                  <div class="flex flex-wrap items-start gap-x-6 gap-y-2 py-3">
                    <div class="flex-1 min-w-50">
                      <p class="title-sm">{title(name)}</p>
                      <p class="hint-text">
                        {text(name)}
                        <Show when={(own() & BIT[name]) === 0n}> {t("permissions.notYours")}</Show>
                      </p>
                    </div>
                    <AnswerSwitch
                      label={title(name)}
                      value={answerOf(props.overwrite, BIT[name])}
                      disabled={(own() & BIT[name]) === 0n}
                      onValue={(answer) => props.onEdit(withAnswer(props.overwrite, BIT[name], answer))}
                    />
                  </div>
                )}
              </For>
            </div>
          </section>
        )}
      </For>
    </section>
  );
}
