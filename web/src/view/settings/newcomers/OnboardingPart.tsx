import Plus from "lucide-solid/icons/plus";
import { createResource, createSignal, Index } from "solid-js";
import type { Prompt } from "~/api/reception";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Switch } from "~/ui/Switch";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { Part } from "../PageHeader";
import { newOption, PromptEditor } from "./PromptEditor";

const PROMPTS_MAX = 15;

/** The questions to newcomers. */
export function OnboardingPart(props: { guild: Id }) {
  const app = useApp();
  const [asked, { mutate, refetch }] = createResource(() => props.guild, app.api.reception.onboarding);
  const [edited, edit] = createSignal<Prompt[]>();
  const prompts = () => edited() ?? asked.latest?.prompts ?? [];
  const { busy, attempt } = createAttempt();
  const change = (body: Parameters<typeof app.api.reception.changeOnboarding>[1], done?: string) =>
    attempt(async () => mutate(await app.api.reception.changeOnboarding(props.guild, body)), done);
  const save = async () => {
    if (await change({ prompts: prompts() }, t("guild.questionsSaved"))) edit(undefined);
  };
  const add = () =>
    edit([
      ...prompts(),
      {
        // New ones are numbered here; the server gives them their ids.
        id: String(prompts().length + 1),
        title: "",
        options: [newOption()],
        single_select: false,
        required: false,
        in_onboarding: true,
        type: 0,
      },
    ]);
  return (
    <Part title={t("guild.questions")} text={t("guild.questionsPartText")}>
      <Loaded resource={asked} onRetry={refetch}>
        <Switch
          label={t("guild.questionsAsk")}
          checked={asked.latest?.enabled ?? false}
          disabled={busy()}
          onChange={(enabled) => void change({ enabled })}
        />
        <Index each={prompts()}>
          {(prompt, index) => (
            <PromptEditor
              guild={props.guild}
              prompt={prompt()}
              number={index + 1}
              onChange={(part) =>
                edit(prompts().map((one, place) => (place === index ? { ...one, ...part } : one)))
              }
              onRemove={() => edit(prompts().filter((_, place) => place !== index))}
            />
          )}
        </Index>
        <div class="flex flex-wrap gap-3">
          <Button icon={<Plus size={16} />} disabled={prompts().length >= PROMPTS_MAX} onClick={add}>
            {t("guild.questionAdd")}
          </Button>
          <Button kind="primary" busy={busy()} disabled={!edited()} onClick={save}>
            {t("guild.questionsSave")}
          </Button>
        </div>
      </Loaded>
    </Part>
  );
}
