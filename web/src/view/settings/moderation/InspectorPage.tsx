import ChevronDown from "lucide-solid/icons/chevron-down";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Field } from "~/ui/Field";
import { SearchMenu } from "~/ui/SearchMenu";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { BIT } from "../permissions/bits";
import { permissionName, Verdict } from "./Verdict";
import { ViewAsPart } from "./ViewAsPart";

/** Why somebody may do what they may; and the guild as others see it. */
export function InspectorPage(props: { guild: Id }) {
  const app = useApp();
  const [member, setMember] = createSignal<Id>();
  const [channel, setChannel] = createSignal("");
  const [filter, setFilter] = createSignal("");
  const [picking, pick] = createSignal<Element>();
  const [verdicts, { refetch }] = createResource(
    () => {
      const user = member();
      return user ? { guild: props.guild, user, place: channel() || undefined } : undefined;
    },
    ({ guild, user, place }) => app.api.moderation.explain(guild, user, place),
  );
  const nameOf = (id: Id) => app.members.name(props.guild, id);
  const people = () =>
    app.members.inGuild(props.guild).map(({ user }) => ({
      id: user.id,
      label: nameOf(user.id),
      hint: `@${user.username}`,
      picture: <Avatar id={user.id} name={nameOf(user.id)} size={24} />,
    }));
  const places = () => [
    { value: "", label: t("moderation.inspectorGuild") },
    ...app.channels
      .groups(props.guild)
      .flatMap((group) => [...(group.category ? [group.category] : []), ...group.channels])
      .map((one) => ({ value: one.id, label: one.name })),
  ];
  const shown = () => {
    const wanted = filter().trim().toLowerCase();
    return (verdicts.latest?.entries ?? [])
      .filter((one) => one.permission in BIT)
      .filter((one) => permissionName(one).toLowerCase().includes(wanted));
  };
  const picked = () => {
    const user = member();
    return user ? nameOf(user) : t("moderation.inspectorPick");
  };
  return (
    <>
      <PageHeader title={t("moderation.inspector")} text={t("moderation.inspectorText")} />
      <div class="grid grid-cols-2 max-md:grid-cols-1 gap-4 mb-5 items-end">
        <Field label={t("moderation.inspectorMember")}>
          {(aria) => (
            <button
              {...aria}
              type="button"
              aria-label={`${t("moderation.inspectorMember")}: ${picked()}`}
              aria-haspopup="listbox"
              class="input-box flex items-center gap-2.5 text-start cursor-pointer"
              onClick={(event) => pick(event.currentTarget)}
            >
              <Show when={member()}>{(id) => <Avatar id={id()} name={nameOf(id())} size={22} />}</Show>
              <span class="flex-1 truncate">{picked()}</span>
              <ChevronDown size={16} class="text-fg-2" aria-hidden="true" />
            </button>
          )}
        </Field>
        <Select
          label={t("moderation.inspectorChannel")}
          value={channel()}
          options={places()}
          onValue={setChannel}
        />
      </div>
      <Show when={picking()}>
        {(anchor) => (
          <SearchMenu
            anchor={anchor()}
            label={t("moderation.inspectorMember")}
            emptyLabel={t("settings.memberNoMatch", { query: "" })}
            choices={people()}
            onPick={setMember}
            onClose={() => pick(undefined)}
          />
        )}
      </Show>
      <Show when={member()}>
        <Loaded resource={verdicts} onRetry={refetch}>
          <TextInput
            label={t("moderation.inspectorFilter")}
            hideLabel
            type="search"
            placeholder={t("moderation.inspectorFilter")}
            value={filter()}
            onValue={setFilter}
            autocomplete="off"
          />
          <ul class="card divide-y divide-line mt-4 mb-8">
            <For each={shown()}>{(verdict) => <Verdict guild={props.guild} verdict={verdict} />}</For>
          </ul>
        </Loaded>
      </Show>
      <ViewAsPart guild={props.guild} />
    </>
  );
}
