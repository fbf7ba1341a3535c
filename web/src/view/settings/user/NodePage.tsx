import { createResource } from "solid-js";
import type { NodeSettings } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { RadioCards } from "~/ui/RadioCards";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { useToasts } from "~/ui/Toast";
import { createDraft } from "../../form/createDraft";
import { createSubmit } from "../../form/createSubmit";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";
import { SaveBar } from "../SaveBar";

const EMPTY: NodeSettings = { name: "", description: null, registration: "open" };

/** What the owner of the node decides for all of it. */
export function NodePage() {
  const app = useApp();
  const toasts = useToasts();
  const [node, { mutate, refetch }] = createResource(app.api.node.settings);
  const draft = createDraft(() => node() ?? EMPTY);
  const submit = createSubmit(["name", "description", "registration"], async () => {
    mutate(await app.api.node.change(draft.changes()));
    draft.reset();
    toasts.show(t("settings.nodeSaved"), "ok");
    await app.session.look();
  });
  return (
    <>
      <PageHeader title={t("settings.nodeOverview")} text={t("settings.nodeText")} />
      <Loaded resource={node} onRetry={refetch}>
        <div class="flex flex-col gap-6 mb-8">
          <TextInput
            label={t("settings.nodeName")}
            value={draft.value().name}
            onValue={(name) => draft.edit({ name })}
            error={submit.error("name")}
            maxLength={100}
            autocomplete="off"
          />
          <TextArea
            label={t("settings.nodeDescription")}
            value={draft.value().description ?? ""}
            onValue={(description) => draft.edit({ description: description || null })}
            error={submit.error("description")}
            maxLength={300}
          />
          <RadioCards<NodeSettings["registration"]>
            label={t("settings.registration")}
            value={draft.value().registration}
            onValue={(registration) => draft.edit({ registration })}
            options={[
              {
                value: "open",
                label: t("settings.registrationOpen"),
                description: t("settings.registrationOpenText"),
              },
              {
                value: "invite",
                label: t("settings.registrationInvite"),
                description: t("settings.registrationInviteText"),
              },
              {
                value: "closed",
                label: t("settings.registrationClosed"),
                description: t("settings.registrationClosedText"),
              },
            ]}
          />
        </div>
      </Loaded>
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
