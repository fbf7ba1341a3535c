import Plus from "lucide-solid/icons/plus";
import X from "lucide-solid/icons/x";
import { Index, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";

const ANSWERS_MAX = 10;
const HOURS = ["1", "4", "24", "72", "168", "768"] as const;
type Hours = (typeof HOURS)[number];

/** Asks something with answers to choose from. */
export function CreatePoll(props: { channel: Id; onClose(): void }) {
  const app = useApp();
  const [form, change] = createStore({
    question: "",
    answers: ["", ""],
    hours: "24" as Hours,
    several: false,
  });
  const submit = createSubmit(["question", "answers"], async () => {
    const answers = form.answers.map((text) => text.trim()).filter(Boolean);
    if (!form.question.trim()) submit.refuse({ question: t("refusal.required") });
    if (answers.length < 2) submit.refuse({ answers: t("poll.twoAnswers") });
    await app.api.polls.ask(props.channel, {
      question: { text: form.question.trim() },
      answers: answers.map((text) => ({ poll_media: { text } })),
      duration: Number(form.hours),
      allow_multiselect: form.several,
    });
    props.onClose();
  });
  return (
    <FormDialog title={t("poll.create")} submit={submit} submitLabel={t("poll.ask")} onClose={props.onClose}>
      <TextInput
        label={t("poll.question")}
        value={form.question}
        onValue={(question) => change({ question })}
        error={submit.error("question")}
        maxLength={300}
        autocomplete="off"
        autofocus
      />
      <div class="flex flex-col gap-2">
        <Index each={form.answers}>
          {(answer, at) => (
            <TextInput
              label={t("poll.answer", { number: at + 1 })}
              value={answer()}
              onValue={(text) => change("answers", at, text)}
              error={at === 0 ? submit.error("answers") : undefined}
              maxLength={55}
              autocomplete="off"
              aside={
                <Show when={form.answers.length > 2}>
                  <IconButton
                    size="sm"
                    label={t("poll.removeAnswer", { number: at + 1 })}
                    onClick={() => change("answers", (all) => all.filter((_, other) => other !== at))}
                  >
                    <X size={15} />
                  </IconButton>
                </Show>
              }
            />
          )}
        </Index>
        <Show when={form.answers.length < ANSWERS_MAX}>
          <Button kind="ghost" size="sm" onClick={() => change("answers", (all) => [...all, ""])}>
            <Plus size={15} /> {t("poll.addAnswer")}
          </Button>
        </Show>
      </div>
      <Select<Hours>
        label={t("poll.duration")}
        value={form.hours}
        onValue={(hours) => change({ hours })}
        options={HOURS.map((value) => ({ value, label: t(`poll.hours${value}`) }))}
      />
      <Switch label={t("poll.several")} checked={form.several} onChange={(several) => change({ several })} />
    </FormDialog>
  );
}
