import { For, Show } from "solid-js";
import type { TemplatePlan } from "~/api/templates";
import { type Channel, ChannelType } from "~/api/types";
import { t } from "~/i18n";
import { ChannelIcon } from "../shell/ChannelIcon";

type Planned = TemplatePlan["channels"][number];

const byPosition = (one: Planned, other: Planned) => one.position - other.position || one.id - other.id;

/** The channels and roles of a template, in the order in which the new guild shows them. */
export function TemplatePreview(props: { plan: TemplatePlan }) {
  const inside = (parent: string | null) =>
    props.plan.channels
      .filter((one) => one.parent_id === parent && one.type !== ChannelType.category)
      .sort(byPosition);
  const categories = () =>
    props.plan.channels.filter((one) => one.type === ChannelType.category).sort(byPosition);
  const channels = () => props.plan.channels.length - categories().length;
  const roles = () => props.plan.roles.filter((one) => one.id !== 0);
  return (
    <div class="flex flex-col gap-3">
      <h2 class="eyebrow">{t("template.begins")}</h2>
      <p class="text-sm text-fg-1">
        {[t("template.channels", { count: channels() }), t("template.roles", { count: roles().length })].join(
          " · ",
        )}
      </p>
      <section
        class="flex flex-col gap-3 max-h-72 overflow-y-auto p-4 rounded-md bg-bg-1"
        tabindex="0"
        aria-label={t("template.begins")}
      >
        <Names channels={inside(null)} />
        <For each={categories()}>
          {(category) => (
            <div class="flex flex-col gap-1.5">
              <h3 class="text-sm font-semibold text-fg-2 truncate">{category.name}</h3>
              <Names channels={inside(String(category.id))} />
            </div>
          )}
        </For>
        <Show when={roles().length > 0}>
          <ul class="flex flex-wrap gap-1.5 pt-1">
            <For each={roles()}>
              {(role) => (
                <li class="flex items-center gap-1.5 max-w-full px-2 py-0.5 rounded-full bg-bg-3 text-sm">
                  <span
                    class="shrink-0 w-2.5 h-2.5 rounded-full bg-[var(--offline)]"
                    style={role.color ? { background: `#${role.color.toString(16).padStart(6, "0")}` } : {}}
                    aria-hidden="true"
                  />
                  <span class="truncate">{role.name}</span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </div>
  );
}

function Names(props: { channels: Planned[] }) {
  return (
    <Show when={props.channels.length > 0}>
      <ul class="flex flex-col gap-1.5">
        <For each={props.channels}>
          {(one) => (
            <li class="flex items-center gap-2 min-w-0 text-[0.9375rem]">
              <ChannelIcon channel={asChannel(one)} size={17} />
              <span class="truncate">{one.name}</span>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

const asChannel = (one: Planned): Channel => ({ ...one, id: String(one.id) });
