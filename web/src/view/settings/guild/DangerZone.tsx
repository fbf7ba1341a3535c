import { createSignal, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/ConfirmDialog";
import { SearchMenu } from "~/ui/SearchMenu";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../../form/createAttempt";
import { Part } from "../PageHeader";

/** What only the owner may do and nobody can undo. */
export function DangerZone(props: { guild: Id }) {
  const app = useApp();
  const [picking, pick] = createSignal<Element>();
  const [heir, setHeir] = createSignal<Id>();
  const [deleting, askDelete] = createSignal(false);
  const { busy, attempt } = createAttempt();
  const guildName = () => app.guilds.of(props.guild)?.name ?? "";
  const nameOf = (id: Id | undefined) => (id ? app.members.name(props.guild, id) : "");
  const candidates = () =>
    app.members
      .inGuild(props.guild)
      .filter((member) => member.user.id !== app.session.me()?.id && !member.user.bot)
      .map((member) => ({
        id: member.user.id,
        label: nameOf(member.user.id),
        hint: `@${member.user.username}`,
        picture: <Avatar id={member.user.id} name={nameOf(member.user.id)} size={24} />,
      }));
  const handOver = async () => {
    const name = nameOf(heir());
    await attempt(
      () => app.api.guilds.change(props.guild, { owner_id: heir() ?? "" }),
      t("settings.transferred", { name }),
    );
    setHeir(undefined);
  };
  const remove = async () => {
    if (!(await attempt(() => app.api.guilds.remove(props.guild)))) return;
    app.overlays.close();
    app.router.replace({ at: "home" });
  };
  return (
    <Part title={t("settings.dangerZone")}>
      <div class="rounded-lg border border-danger/40 divide-y divide-line">
        <Deed
          title={t("settings.transfer")}
          text={t("settings.transferText")}
          action={t("settings.transfer")}
          onClick={(event) => pick(event.currentTarget as Element)}
        />
        <Deed
          title={t("dialogs.deleteGuild")}
          text={t("dialogs.deleteGuildText")}
          action={t("dialogs.deleteGuild")}
          onClick={() => askDelete(true)}
        />
      </div>
      <Show when={picking()}>
        {(anchor) => (
          <SearchMenu
            anchor={anchor()}
            label={t("settings.transferTo")}
            emptyLabel={t("settings.memberNoMatch", { query: "" })}
            choices={candidates()}
            onPick={setHeir}
            onClose={() => pick(undefined)}
          />
        )}
      </Show>
      <ConfirmDialog
        open={heir() !== undefined}
        danger
        title={t("settings.transferTitle", { guild: guildName(), name: nameOf(heir()) })}
        text={t("settings.transferText")}
        confirmLabel={t("settings.transfer")}
        cancelLabel={t("common.cancel")}
        busy={busy()}
        onConfirm={handOver}
        onClose={() => setHeir(undefined)}
      />
      <DeleteGuild
        open={deleting()}
        name={guildName()}
        busy={busy()}
        onConfirm={remove}
        onClose={() => askDelete(false)}
      />
    </Part>
  );
}

function Deed(props: { title: string; text: string; action: string; onClick(event: MouseEvent): void }) {
  return (
    <div class="flex flex-wrap items-center gap-4 px-5 py-4">
      <div class="flex-1 min-w-60">
        <p class="title-sm">{props.title}</p>
        <p class="hint-text">{props.text}</p>
      </div>
      <Button kind="danger-quiet" onClick={props.onClick}>
        {props.action}
      </Button>
    </div>
  );
}

function DeleteGuild(props: {
  open: boolean;
  name: string;
  busy: boolean;
  onConfirm(): void;
  onClose(): void;
}) {
  const [typed, setTyped] = createSignal("");
  return (
    <ConfirmDialog
      open={props.open}
      danger
      title={t("dialogs.deleteGuildTitle", { guild: props.name })}
      text={t("dialogs.deleteGuildText")}
      confirmLabel={t("dialogs.deleteGuild")}
      cancelLabel={t("common.cancel")}
      busy={props.busy}
      ready={typed().trim() === props.name.trim()}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    >
      <TextInput
        label={t("dialogs.typeToConfirm", { name: props.name })}
        value={typed()}
        onValue={setTyped}
        autocomplete="off"
        autofocus
      />
    </ConfirmDialog>
  );
}
