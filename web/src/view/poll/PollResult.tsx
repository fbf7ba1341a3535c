import { Show } from "solid-js";
import type { Message } from "~/api/types";
import { t } from "~/i18n";

/** How a poll ended, from the fields of the embed that tells it. */
export function PollResult(props: { message: Message }) {
  const field = (name: string) => props.message.embeds[0]?.fields?.find((one) => one.name === name)?.value;
  const percent = () => {
    const total = Number(field("total_votes") ?? 0);
    return total ? Math.round((Number(field("victor_answer_votes") ?? 0) / total) * 100) : 0;
  };
  return (
    <>
      {t("poll.hasEnded")} <bdi class="font-semibold text-fg-0">{field("poll_question_text")}</bdi>{" "}
      <Show when={field("victor_answer_text")} fallback={t("poll.noWinner")}>
        {(answer) => t("poll.winner", { answer: answer(), percent: percent() })}
      </Show>
    </>
  );
}
