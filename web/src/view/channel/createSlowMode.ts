import { createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { App } from "~/state/app";
import { timeOf } from "~/state/snowflake";
import type { Conversation } from "./conversation";

const TICK_MS = 500;

/** How long one has to wait before the next message where messages come slowly, in seconds; 0 when one may write. */
export function createSlowMode(app: App, conversation: Conversation) {
  const id = conversation.channel().id;
  const [now, setNow] = createSignal(Date.now());
  const seconds = () => conversation.channel().rate_limit_per_user ?? 0;
  const exempt = () =>
    (["manageMessages", "manageChannels", "bypassSlowmode"] as const).some((right) =>
      app.rights.mayIn(right, id),
    );
  const holds = () => seconds() > 0 && !exempt();
  const last = createMemo(() => {
    if (!holds()) return 0;
    const me = app.session.me()?.id;
    const own = (app.messages.in(id)?.items ?? []).findLast((message) => message.author.id === me);
    return own ? timeOf(own.id) : 0;
  });
  const left = createMemo(() => Math.max(0, Math.ceil((last() + seconds() * 1000 - now()) / 1000)));
  createEffect(
    on([last, seconds], () => {
      setNow(Date.now());
      const timer = setInterval(() => {
        setNow(Date.now());
        if (left() === 0) clearInterval(timer);
      }, TICK_MS);
      onCleanup(() => clearInterval(timer));
    }),
  );
  return { holds, seconds, left: () => (holds() ? left() : 0) };
}
