import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import { ChannelType, type Id, type Overwrite } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { IconButton } from "~/ui/IconButton";
import { SearchMenu } from "~/ui/SearchMenu";
import { useToasts } from "~/ui/Toast";
import { RoleDot } from "../../dialogs/ProfileRoles";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { PageHeader } from "../PageHeader";
import { difference } from "../permissions/overwrites";
import { SaveBar } from "../SaveBar";
import { OverwriteEditor } from "./OverwriteEditor";
import { SyncNotice } from "./SyncNotice";
import { createSubjects, type Subject } from "./subjects";

/** The exceptions of a channel: whom they are for at the start, their answers beside them. */
export function ChannelPermissions(props: { channel: Id }) {
  const app = useApp();
  const toasts = useToasts();
  const channel = () => app.channels.of(props.channel);
  const guild = () => channel()?.guild_id ?? "";
  const subjects = createSubjects(app, guild);
  const draft = createDraft(() => ({ overwrites: channel()?.permission_overwrites ?? [] }));
  const listed = createMemo(() => subjects.inOrder(draft.value().overwrites));
  const [chosen, choose] = createSignal<Id>(guild());
  const [adding, add] = createSignal<Element>();
  createEffect(() => !listed().some((subject) => subject.id === chosen()) && choose(guild()));
  const current = (): Overwrite => {
    const found = draft.value().overwrites.find((overwrite) => overwrite.id === chosen());
    return found ?? { id: chosen(), type: 0, allow: "0", deny: "0" };
  };
  const replace = (changed: Overwrite) =>
    draft.edit({
      overwrites: [...draft.value().overwrites.filter((overwrite) => overwrite.id !== changed.id), changed],
    });
  const begin = (id: Id) => {
    replace({ id, type: subjects.typeOf(id), allow: "0", deny: "0" });
    choose(id);
  };
  const drop = (id: Id) =>
    draft.edit({ overwrites: draft.value().overwrites.filter((overwrite) => overwrite.id !== id) });
  const submit = createSubmit([], async () => {
    const { put, remove } = difference(channel()?.permission_overwrites ?? [], draft.value().overwrites);
    for (const overwrite of put) await app.api.channels.overwrite(props.channel, overwrite);
    for (const id of remove) await app.api.channels.removeOverwrite(props.channel, id);
    draft.reset();
    toasts.show(t("settings.overwriteSaved"), "ok");
  });
  const category = () => channel()?.type === ChannelType.category;
  return (
    <>
      <PageHeader
        title={t("settings.channelPermissions")}
        text={category() ? t("settings.categoryPermissionsText") : t("settings.channelPermissionsText")}
      />
      <Show when={!category() && channel()}>{(one) => <SyncNotice channel={one()} />}</Show>
      <div class="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] mb-8">
        <div class="flex flex-col gap-4 min-w-0">
          <For each={["role", "member"] as const}>
            {(kind) => (
              <Show when={listed().some((subject) => subject.kind === kind) || kind === "role"}>
                <section>
                  <header class="flex items-center justify-between min-h-8">
                    <h3 class="eyebrow">
                      {kind === "role" ? t("settings.overwriteRoles") : t("settings.overwriteMembers")}
                    </h3>
                    <Show when={kind === "role"}>
                      <IconButton
                        size="sm"
                        label={t("settings.overwriteAdd")}
                        onClick={(event) => add(event.currentTarget)}
                      >
                        <Plus size={17} />
                      </IconButton>
                    </Show>
                  </header>
                  <ul class="flex flex-col gap-0.5">
                    <For each={listed().filter((subject) => subject.kind === kind)}>
                      {(subject) => (
                        <Row
                          subject={subject}
                          chosen={subject.id === chosen()}
                          removable={subject.id !== guild()}
                          onChoose={() => choose(subject.id)}
                          onRemove={() => drop(subject.id)}
                        />
                      )}
                    </For>
                  </ul>
                </section>
              </Show>
            )}
          </For>
        </div>
        <OverwriteEditor
          channel={props.channel}
          name={subjects.nameOf(chosen())}
          overwrite={current()}
          onEdit={replace}
        />
      </div>
      <Show when={adding()}>
        {(anchor) => (
          <SearchMenu
            anchor={anchor()}
            label={t("settings.overwriteAddSearch")}
            emptyLabel={t("common.none")}
            choices={subjects.others(draft.value().overwrites)}
            onPick={begin}
            onClose={() => add(undefined)}
          />
        )}
      </Show>
      <SaveBar
        dirty={draft.dirty()}
        busy={submit.busy()}
        error={submit.error()}
        onSave={submit.run}
        onReset={draft.reset}
      />
    </>
  );
}

function Row(props: {
  subject: Subject;
  chosen: boolean;
  removable: boolean;
  onChoose(): void;
  onRemove(): void;
}) {
  return (
    <li class="flex items-center rounded-sm hover:bg-bg-hover" classList={{ "bg-bg-active": props.chosen }}>
      <button
        type="button"
        aria-pressed={props.chosen}
        onClick={() => props.onChoose()}
        class="flex items-center gap-2.5 flex-1 min-w-0 min-h-9 px-2.5 text-sm font-medium cursor-pointer rounded-sm"
      >
        <Show when={props.subject.kind === "member"} fallback={<RoleDot color={props.subject.color} />}>
          <Avatar id={props.subject.id} name={props.subject.name} size={22} />
        </Show>
        <span class="truncate">{props.subject.name}</span>
      </button>
      <Show when={props.removable}>
        <IconButton
          size="sm"
          label={t("settings.overwriteRemove", { name: props.subject.name })}
          onClick={() => props.onRemove()}
        >
          <X size={15} />
        </IconButton>
      </Show>
    </li>
  );
}
