import { createSignal, onCleanup } from "solid-js";
import type { VoiceState } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { type Key, t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { differences } from "./announcements";

/** Tells a screen reader who came, who went and what they do. Everybody else sees it. */
export function Announcer(props: { place: CallPlace }) {
  const app = useApp();
  const [said, say] = createSignal("");
  const inside = () =>
    new Map(app.voice.in(props.place.channel).map((state) => [state.user_id, { ...state }]));
  let before: ReadonlyMap<string, VoiceState> = inside();
  const hear = (event: GatewayEvent) => {
    if (event.t !== "VOICE_STATE_UPDATE") return;
    const now = inside();
    const news = differences(before, now, app.session.me()?.id);
    before = now;
    if (!news.length) return;
    if (now.size <= LISTENED_TO)
      for (const { what } of news) if (what === "joined" || what === "left") app.call.sound(CHIMES[what]);
    say(
      news
        .map((one) => t(TEXTS[one.what], { name: app.members.name(props.place.guild, one.user) }))
        .join(" "),
    );
  };
  onCleanup(app.listen(hear));
  return (
    <p class="sr-only" aria-live="polite">
      {said()}
    </p>
  );
}

/** Where more are, somebody always comes or goes. */
const LISTENED_TO = 25;
const CHIMES = { joined: "joined", left: "gone" } as const;

const TEXTS = {
  joined: "call.saidJoined",
  left: "call.saidLeft",
  muted: "call.saidMuted",
  unmuted: "call.saidUnmuted",
  shares: "call.saidShares",
  "shares no more": "call.saidSharesNoMore",
  face: "call.saidFace",
} as const satisfies Record<string, Key>;
