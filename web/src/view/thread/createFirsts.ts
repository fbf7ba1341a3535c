import { createEffect } from "solid-js";
import { createStore, produce } from "solid-js/store";
import type { Attachment, Channel, Id, Message } from "~/api/types";
import { useApp } from "~/state/app";
import { sortOf } from "../files/address";

const AT_ONCE = 50;

/** What posts begin with, asked for when they are shown. A post that never had a first message has none here. */
export function createFirsts(forum: () => Channel, shown: () => Channel[]) {
  const app = useApp();
  const [byPost, change] = createStore<Record<Id, Message>>({});
  const asked = new Set<Id>();
  createEffect(() => {
    const fresh = shown()
      .map((post) => post.id)
      .filter((id) => !asked.has(id))
      .slice(0, AT_ONCE);
    if (!fresh.length) return;
    for (const id of fresh) asked.add(id);
    void load(fresh);
  });
  const load = async (ids: Id[]) => {
    // Without it the posts are shown by their names.
    const found = await app.api.threads.firsts(forum().id, ids).catch(() => ({}));
    for (const [id, one] of Object.entries(found)) change(id, one.first_message);
  };
  const end = app.listen((event) => {
    // A post is told of before its first message is.
    if (event.t === "MESSAGE_CREATE" && event.d.id === event.d.channel_id) change(event.d.id, event.d);
    if (event.t === "MESSAGE_UPDATE" && event.d.id === event.d.channel_id && byPost[event.d.id])
      change(event.d.id, event.d);
    if (event.t === "MESSAGE_DELETE" && event.d.id === event.d.channel_id)
      change(produce((all) => void delete all[event.d.id]));
  });
  return {
    end,
    of: (post: Id): Message | undefined => byPost[post],
    picture: (post: Id): Attachment | undefined =>
      byPost[post]?.attachments?.find((file) => sortOf(file) === "picture"),
  };
}
