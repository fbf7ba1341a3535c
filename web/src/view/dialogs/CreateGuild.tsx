import { createSignal, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Button } from "~/ui/Button";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { GuildNameField } from "../form/GuildNameField";
import { inviteCodeOf, templateCodeOf } from "../welcome/accountRules";

/** The way to one more community: one's own, or somebody's by invitation. */
export function CreateGuild(props: { onClose(): void }) {
  const [joining, setJoining] = createSignal(false);
  return (
    <Show when={joining()} fallback={<Found onJoin={() => setJoining(true)} onClose={props.onClose} />}>
      <Join onFound={() => setJoining(false)} onClose={props.onClose} />
    </Show>
  );
}

function Found(props: { onJoin(): void; onClose(): void }) {
  const app = useApp();
  const [name, setName] = createSignal(
    t("welcome.communityDefault", { name: displayName(app.session.me()) ?? "" }),
  );
  const submit = createSubmit(["name"], async () => {
    const wanted = name().trim();
    if (wanted.length < 2) submit.refuse({ name: t("refusal.badLength") });
    const guild = await app.api.guilds.create({ name: wanted });
    props.onClose();
    app.router.go({ at: "channel", guild: guild.id });
  });
  return (
    <FormDialog
      title={t("dialogs.createGuildTitle")}
      description={t("dialogs.createGuildText")}
      submit={submit}
      submitLabel={t("dialogs.createGuild")}
      onClose={props.onClose}
      aside={
        <Button kind="ghost" onClick={() => props.onJoin()}>
          {t("dialogs.joinInstead")}
        </Button>
      }
    >
      <GuildNameField name={name()} error={submit.error("name")} autofocus onName={setName} />
    </FormDialog>
  );
}

function Join(props: { onFound(): void; onClose(): void }) {
  const app = useApp();
  const [code, setCode] = createSignal("");
  const submit = createSubmit(["code"], async () => {
    if (!code().trim()) submit.refuse({ code: t("refusal.required") });
    const template = templateCodeOf(code());
    if (template) {
      await app.api.templates.look(template);
      props.onClose();
      return app.router.go({ at: "template", code: template });
    }
    const invite = await app.api.invites.accept(inviteCodeOf(code()));
    props.onClose();
    if (invite.guild) app.router.go({ at: "channel", guild: invite.guild.id });
  });
  return (
    <FormDialog
      title={t("dialogs.joinTitle")}
      description={t("dialogs.joinText")}
      submit={submit}
      submitLabel={t("dialogs.join")}
      onClose={props.onClose}
      aside={
        <Button kind="ghost" onClick={() => props.onFound()}>
          {t("dialogs.createInstead")}
        </Button>
      }
    >
      <TextInput
        label={t("dialogs.joinField")}
        value={code()}
        onValue={setCode}
        error={submit.error("code")}
        placeholder={`${location.origin}/invite/…`}
        autocomplete="off"
        spellcheck={false}
        autofocus
      />
    </FormDialog>
  );
}
