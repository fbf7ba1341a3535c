import CircleCheck from "lucide-solid/icons/circle-check";
import ShieldAlert from "lucide-solid/icons/shield-alert";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { type RuleDraft, type TrialHit, Trigger } from "~/api/moderation";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { TextArea } from "~/ui/TextArea";
import { refusalText } from "../../form/refusalTexts";

const PAUSE_MS = 350;
const MAX_CHARS = 4_000;

interface RuleTrialProps {
  guild: Id;
  label: string;
  /** The rule that is being written; without it, all that are on. */
  draft?: (() => Pick<RuleDraft, "trigger_type" | "trigger_metadata">) | undefined;
}

/** A text to try rules on. The server judges it, as it would judge a message, and forgets it. */
export function RuleTrial(props: RuleTrialProps) {
  const app = useApp();
  const [text, setText] = createSignal("");
  const [hits, setHits] = createSignal<TrialHit[]>();
  const [problem, setProblem] = createSignal("");
  let round = 0;
  const judge = async () => {
    const mine = ++round;
    const draft = props.draft?.();
    try {
      const found = await app.api.moderation.tryRules(props.guild, text(), draft);
      if (mine !== round) return;
      setHits(found.hits);
      setProblem("");
    } catch (refusal) {
      if (mine !== round) return;
      setHits(undefined);
      setProblem(refusalText(refusal));
    }
  };
  createEffect(
    on([text, () => JSON.stringify(props.draft?.() ?? null)], () => {
      round += 1;
      if (!text().trim()) {
        setHits(undefined);
        return setProblem("");
      }
      const timer = setTimeout(() => void judge(), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const spam = () => props.draft?.().trigger_type === Trigger.spam;
  return (
    <section class="flex flex-col gap-2">
      <TextArea
        label={props.label}
        hint={t(spam() ? "moderation.trySpamHint" : "moderation.tryHint")}
        value={text()}
        onValue={setText}
        maxLength={MAX_CHARS}
        rows={2}
      />
      <div role="status" class="flex flex-col gap-1.5 text-sm min-h-6">
        <Show when={problem()}>
          <p class="text-danger">{problem()}</p>
        </Show>
        <Show when={hits()?.length === 0}>
          <p class="flex items-center gap-2 text-ok">
            <CircleCheck size={16} aria-hidden="true" /> {t("moderation.tryMiss")}
          </p>
        </Show>
        <For each={hits()}>{(hit) => <Hit hit={hit} named={!props.draft} />}</For>
      </div>
    </section>
  );
}

function Hit(props: { hit: TrialHit; named: boolean }) {
  const what = () => {
    const { matched_keyword: keyword, matched_content: content } = props.hit;
    if (keyword && keyword !== content) return t("moderation.tryHitBy", { content, keyword });
    return t("moderation.tryHit", { content });
  };
  return (
    <p class="flex items-start gap-2 break-words min-w-0">
      <ShieldAlert size={16} class="shrink-0 mt-0.5 text-warn" aria-hidden="true" />
      <span class="min-w-0">
        <Show when={props.named}>
          <strong>{props.hit.rule_name}: </strong>
        </Show>
        {what()}
      </span>
    </p>
  );
}
