import { createEffect, createResource, createSignal, For, on, Show } from "solid-js";
import type { Prompt, PromptOption } from "~/api/reception";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { createSubmit } from "../form/createSubmit";
import { FormDialog } from "../form/FormDialog";
import { Loaded } from "../settings/Loaded";

interface QuestionsStepProps {
  guild: Id;
  /** Who is no newcomer any more chooses anew, and is asked everything. */
  again?: boolean;
  onDone(): void;
  onClose(): void;
}

/** What a guild asks; the answers give roles and open channels. */
export function QuestionsStep(props: QuestionsStepProps) {
  const app = useApp();
  const [asked, { refetch }] = createResource(() => props.guild, app.api.reception.onboarding);
  const [chosen, choose] = createSignal<Id[]>([]);
  const prompts = () => (asked.latest?.prompts ?? []).filter((prompt) => props.again || prompt.in_onboarding);
  createEffect(
    on(
      () => asked.state === "ready" && asked.latest,
      (found) => {
        if (!found) return;
        const known = found.prompts.flatMap((prompt) => prompt.options.map((option) => option.id));
        choose(found.responses.filter((answer) => known.includes(answer)));
      },
    ),
  );
  const answered = (prompt: Prompt) => prompt.options.some((option) => chosen().includes(option.id ?? ""));
  const complete = () =>
    asked.state === "ready" &&
    prompts().every((prompt) => !prompt.required || !prompt.in_onboarding || answered(prompt));
  const toggle = (prompt: Prompt, option: PromptOption) => {
    const id = option.id ?? "";
    if (chosen().includes(id)) return choose(chosen().filter((one) => one !== id));
    const others = prompt.single_select ? prompt.options.map((one) => one.id) : [];
    choose([...chosen().filter((one) => !others.includes(one)), id]);
  };
  const submit = createSubmit(["onboarding_responses"], async () => {
    await app.api.reception.answer(props.guild, chosen());
    props.onDone();
  });
  return (
    <FormDialog
      title={
        props.again
          ? t("guild.answersTitle")
          : t("guild.questionsTitle", { guild: app.guilds.of(props.guild)?.name ?? "" })
      }
      description={t(props.again ? "guild.answersText" : "guild.questionsText")}
      submit={submit}
      submitLabel={t(props.again ? "common.save" : "guild.finish")}
      ready={complete()}
      onClose={props.onClose}
    >
      <Loaded resource={asked} onRetry={refetch}>
        <For each={prompts()}>
          {(prompt) => (
            <fieldset class="flex flex-col gap-2 min-w-0">
              <legend class="title-sm mb-2">
                {prompt.title}{" "}
                <span class="text-fg-2 font-normal">
                  {prompt.required ? t("guild.required") : t("welcome.optional")}
                </span>
              </legend>
              <div class="grid gap-2 sm:grid-cols-2">
                <For each={prompt.options}>
                  {(option) => (
                    <OptionCard
                      option={option}
                      pressed={chosen().includes(option.id ?? "")}
                      onToggle={() => toggle(prompt, option)}
                    />
                  )}
                </For>
              </div>
            </fieldset>
          )}
        </For>
      </Loaded>
    </FormDialog>
  );
}

function OptionCard(props: { option: PromptOption; pressed: boolean; onToggle(): void }) {
  return (
    <button
      type="button"
      aria-pressed={props.pressed}
      class="flex items-center gap-3 px-4 py-3 min-h-14 rounded-lg border border-line-strong text-start cursor-pointer hover:bg-bg-hover aria-pressed:(bg-accent-soft border-accent)"
      onClick={() => props.onToggle()}
    >
      <Show when={!props.option.emoji.id && props.option.emoji.name}>
        {(emoji) => (
          <span class="text-xl" aria-hidden="true">
            {emoji()}
          </span>
        )}
      </Show>
      <span class="flex-1 min-w-0">
        <span class="title-sm block break-words">{props.option.title}</span>
        <Show when={props.option.description}>
          <span class="hint-text block break-words">{props.option.description}</span>
        </Show>
      </span>
    </button>
  );
}
