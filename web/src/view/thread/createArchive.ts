import { createEffect, createSignal, on } from "solid-js";
import type { Channel, Id } from "~/api/types";
import { useApp } from "~/state/app";
import { createAttempt } from "../form/createAttempt";

interface Wish {
  sought(): string;
  chosen(): Id[];
  sort(): "activity" | "creation";
}

/** The archived posts of a forum, page by page. Another wish begins at the first page again. */
export function createArchive(forum: () => Id, wish: Wish) {
  const app = useApp();
  const { attempt, busy } = createAttempt();
  const [posts, show] = createSignal<Channel[]>([]);
  const [opened, open] = createSignal(false);
  const [more, setMore] = createSignal(true);
  const key = () => JSON.stringify([forum(), wish.sought(), wish.chosen(), wish.sort()]);
  const load = () =>
    void attempt(async () => {
      open(true);
      const before = posts();
      const asked = key();
      const found = await app.api.threads.search(forum(), {
        name: wish.sought().trim(),
        tag: wish.chosen().join(","),
        sort_by: wish.sort() === "creation" ? "creation_time" : "last_message_time",
        offset: before.length,
      });
      // The wish may have changed meanwhile; then this answers nothing any more.
      if (asked !== key()) return;
      show([...before, ...found.threads]);
      setMore(found.has_more ?? false);
    });
  const again = on(
    [forum, wish.sought, wish.chosen, wish.sort],
    () => {
      show([]);
      open(false);
      setMore(true);
    },
    { defer: true },
  );
  createEffect(again);
  return { posts, opened, more, busy, load };
}
