import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useToasts } from "~/ui/Toast";
import { QuestionsStep } from "./QuestionsStep";

/** Channels and roles by one's own choice: the answers of a newcomer, given anew. */
export default function Answers(props: { guild: Id; onClose(): void }) {
  const toasts = useToasts();
  const done = () => {
    toasts.show(t("guild.answersSaved"), "ok");
    props.onClose();
  };
  return <QuestionsStep guild={props.guild} again onDone={done} onClose={props.onClose} />;
}
