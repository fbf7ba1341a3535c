import type { Id, VoiceState } from "~/api/types";

export interface News {
  user: Id;
  what: "joined" | "left" | "muted" | "unmuted" | "shares" | "shares no more" | "face";
}

type Inside = ReadonlyMap<Id, VoiceState>;

const silent = (state: VoiceState) => state.self_mute || state.mute || state.suppress;

/** What happened among those in a call between two moments. Of oneself only what others did. */
export function differences(before: Inside, now: Inside, me: Id | undefined): News[] {
  const news: News[] = [];
  for (const user of before.keys()) if (!now.has(user) && user !== me) news.push({ user, what: "left" });
  for (const [user, state] of now) {
    const former = before.get(user);
    if (user === me) {
      const byOthers = (one: VoiceState | undefined) => Boolean(one?.mute || one?.suppress);
      if (former && byOthers(former) !== byOthers(state))
        news.push({ user, what: byOthers(state) ? "muted" : "unmuted" });
    } else if (!former) news.push({ user, what: "joined" });
    else {
      if (silent(former) !== silent(state)) news.push({ user, what: silent(state) ? "muted" : "unmuted" });
      if (!former.self_stream !== !state.self_stream)
        news.push({ user, what: state.self_stream ? "shares" : "shares no more" });
      if (!former.self_video && state.self_video) news.push({ user, what: "face" });
    }
  }
  return news;
}
