import { createSignal, For, Show } from "solid-js";
import type { Poll } from "~/api/threadTypes";
import type { Message } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { countOf, isOver, votedFor } from "~/state/polls";
import { Button } from "~/ui/Button";
import { when } from "../channel/times";
import { createAttempt } from "../form/createAttempt";

/** A poll below its message: choose and vote, then see how the votes stand. */
export function PollView(props: { message: Message; poll: Poll }) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const [chosen, choose] = createSignal<number[]>([]);
  const own = () => props.poll.answers.filter((one) => votedFor(props.poll, one.answer_id));
  const over = () => isOver(props.poll);
  const showing = () => over() || own().length > 0;
  const total = () => props.poll.answers.reduce((sum, one) => sum + countOf(props.poll, one.answer_id), 0);
  const share = (answer: number) => (total() ? Math.round((countOf(props.poll, answer) / total()) * 100) : 0);
  const toggle = (answer: number) =>
    choose((all) => {
      if (all.includes(answer)) return all.filter((one) => one !== answer);
      return props.poll.allow_multiselect ? [...all, answer] : [answer];
    });
  const vote = (answers: number[]) =>
    attempt(async () => {
      await app.api.polls.vote(props.message.channel_id, props.message.id, answers);
      choose([]);
    });
  return (
    <section
      class="flex flex-col gap-2.5 mt-1.5 p-3.5 max-w-110 rounded-md border border-line bg-bg-1"
      aria-label={props.poll.question.text}
    >
      <h3 class="font-semibold break-words">{props.poll.question.text}</h3>
      <Show when={!showing()}>
        <p class="text-xs text-fg-2">
          {t(props.poll.allow_multiselect ? "poll.pickSeveral" : "poll.pickOne")}
        </p>
      </Show>
      <ul class="flex flex-col gap-1.5">
        <For each={props.poll.answers}>
          {(answer) => (
            <li>
              <button
                type="button"
                disabled={showing()}
                aria-pressed={chosen().includes(answer.answer_id) || votedFor(props.poll, answer.answer_id)}
                class="relative flex items-center gap-2 w-full min-h-10 px-3 rounded-md border border-line overflow-hidden text-start text-sm enabled:(cursor-pointer hover:bg-bg-hover) aria-pressed:border-accent"
                onClick={() => toggle(answer.answer_id)}
              >
                <Show when={showing()}>
                  <span
                    aria-hidden="true"
                    class="absolute inset-y-0 start-0 bg-accent-soft transition-[width]"
                    style={{ width: `${share(answer.answer_id)}%` }}
                  />
                </Show>
                <bdi class="relative flex-1 min-w-0 break-words">
                  <Show when={answer.poll_media.emoji?.name}>
                    {(emoji) => <span class="emoji me-1">{emoji()}</span>}
                  </Show>
                  {answer.poll_media.text}
                </bdi>
                <Show when={showing()}>
                  <span class="relative shrink-0 text-xs text-fg-1 tabular-nums">
                    {t("poll.votes", { count: countOf(props.poll, answer.answer_id) })} ·{" "}
                    {share(answer.answer_id)} %
                  </span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ul>
      <div class="flex items-center gap-3 text-xs text-fg-2">
        <span>{t("poll.votes", { count: total() })}</span>
        <span>{over() ? t("poll.ended") : t("poll.endsAt", { time: when(props.poll.expiry ?? "") })}</span>
        <span class="flex-1" />
        <Show when={!over()}>
          <Show
            when={own().length}
            fallback={
              <Button size="sm" busy={busy()} disabled={!chosen().length} onClick={() => void vote(chosen())}>
                {t("poll.vote")}
              </Button>
            }
          >
            <Button size="sm" kind="ghost" busy={busy()} onClick={() => void vote([])}>
              {t("poll.takeBack")}
            </Button>
          </Show>
        </Show>
      </div>
    </section>
  );
}
