import type { Id, Message } from "~/api/types";
import { useApp } from "~/state/app";
import { useConversation } from "./conversation";
import { isSpeech } from "./rowModel";

/**
 * Moving among messages by keyboard with the arrows; on a message, E edits, R replies, Delete deletes, and Esc goes back to writing.
 */
export function createMessageKeys(onDelete: (message: Id) => void) {
  const app = useApp();
  const conversation = useConversation();
  const channel = conversation.channel().id;

  const act = (key: string, message: Message): boolean => {
    const mine = message.author.id === app.session.me()?.id;
    if (key === "e" && mine) conversation.edit(message.id);
    else if (key === "r" && isSpeech(message) && app.rights.mayIn("sendMessages", channel))
      conversation.reply(message);
    else if (key === "Delete" && (mine || app.rights.mayIn("manageMessages", channel))) onDelete(message.id);
    else return false;
    return true;
  };
  return (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const target = event.target;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const onList = target === event.currentTarget;
    if (!onList && target.tagName !== "ARTICLE") return;
    const message = app.messages.find(channel, target.dataset.message ?? "");
    if (event.key === "ArrowUp") step(event.currentTarget, target, -1);
    else if (event.key === "ArrowDown") step(event.currentTarget, target, 1);
    else if (event.key === "Escape" && !onList) conversation.focusComposer();
    else if (!message || !act(event.key, message)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

function step(list: HTMLElement, from: HTMLElement, by: 1 | -1) {
  const articles = [...list.querySelectorAll<HTMLElement>("article")];
  const at = articles.indexOf(from);
  const next = at < 0 ? articles.at(-1) : articles[at + by];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
