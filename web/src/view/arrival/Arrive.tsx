import { createEffect, createSignal, Match, Switch } from "solid-js";
import type { Id } from "~/api/types";
import { useApp } from "~/state/app";
import { QuestionsStep } from "./QuestionsStep";
import { RulesStep } from "./RulesStep";
import { stepsOf } from "./standing";
import { WelcomeStep } from "./WelcomeStep";

type Step = "rules" | "questions" | "welcome";

/** Receives a newcomer: first the rules, then what interests them, then where to go. */
export default function Arrive(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const guild = () => app.guilds.of(props.guild);
  const first = guild();
  const wanted = first ? stepsOf(first, app.members.of(props.guild, app.session.me()?.id)) : undefined;
  const [left, setLeft] = createSignal<Step[]>(
    (["rules", "questions", "welcome"] as const).filter((step) => wanted?.[step]),
  );
  const next = () => setLeft((steps) => steps.slice(1));
  createEffect(() => (left().length === 0 || !guild()) && props.onClose());
  return (
    <Switch>
      <Match when={left()[0] === "rules"}>
        <RulesStep guild={props.guild} onDone={next} onClose={props.onClose} />
      </Match>
      <Match when={left()[0] === "questions"}>
        <QuestionsStep guild={props.guild} onDone={next} onClose={props.onClose} />
      </Match>
      <Match when={left()[0] === "welcome"}>
        <WelcomeStep guild={props.guild} onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
