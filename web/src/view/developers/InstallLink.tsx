import { createSignal, For } from "solid-js";
import type { OwnApplication } from "~/api/bots";
import { t } from "~/i18n";
import { CopyField } from "~/ui/CopyField";
import { Part } from "../settings/PageHeader";
import { BIT, type PermissionName, ROLE_GROUPS } from "../settings/permissions/bits";

/** The address that lets the bot into a guild, with the permissions that are chosen here. */
export function InstallLink(props: { application: OwnApplication }) {
  const [bits, choose] = createSignal(0n);
  const toggle = (name: PermissionName) => choose((all) => all ^ BIT[name]);
  const link = () =>
    `${location.origin}/oauth2/authorize?client_id=${props.application.id}` +
    `&scope=bot+applications.commands&permissions=${bits()}`;
  return (
    <Part title={t("bots.install")} text={t("bots.installText")}>
      <For each={ROLE_GROUPS}>
        {(group) => (
          <fieldset class="flex flex-col gap-1">
            <legend class="label-text mb-1">{t(`permissions.${group.title}`)}</legend>
            <div class="grid sm:grid-cols-2 gap-x-4">
              <For each={group.names}>
                {(name) => (
                  <label class="flex items-center gap-2.5 min-h-8 text-sm cursor-pointer">
                    <input
                      type="checkbox"
                      checked={(bits() & BIT[name]) !== 0n}
                      onChange={() => toggle(name)}
                    />
                    {t(`permissions.${name}`)}
                  </label>
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
      <CopyField
        label={t("bots.installLink")}
        value={link()}
        copyLabel={t("common.copy")}
        copiedLabel={t("common.copied")}
      />
    </Part>
  );
}
