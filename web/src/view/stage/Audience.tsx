import Hand from "lucide-solid/icons/hand";
import { createMemo, For, Show } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Channel, VoiceState } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { Button } from "~/ui/Button";
import { createDeed } from "../form/createDeed";
import { byRequest, standingOf } from "./standing";

/** Those who listen: first who asks to speak, in the order in which they asked, then everybody else. */
export function Audience(props: { channel: Channel; moderates: boolean }) {
  const app = useApp();
  const listeners = createMemo(() =>
    app.voice
      .in(props.channel.id)
      .filter((state) => standingOf(state) !== "speaker")
      .sort(byRequest),
  );
  const asking = () => listeners().filter((state) => standingOf(state) === "asking");
  return (
    <section aria-labelledby="stage-audience" class="shrink-0">
      <h2 id="stage-audience" class="mb-2 text-xs font-semibold text-fg-2">
        {t("stage.audience", { count: listeners().length })}
        <Show when={asking().length}>
          {" · "}
          {t("stage.hands", { count: asking().length })}
        </Show>
      </h2>
      <ul class="grid gap-1 grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))]">
        <For each={listeners()}>{(state) => <Listener state={state} moderates={props.moderates} />}</For>
      </ul>
    </section>
  );
}

function Listener(props: { state: VoiceState; moderates: boolean }) {
  const app = useApp();
  const user = () => props.state.user_id;
  const name = () => app.members.name(props.state.guild_id, user());
  const standing = () => standingOf(props.state);
  const self = () => user() === app.session.me()?.id;
  const attempt = createDeed();
  const become = (suppress: boolean) =>
    attempt(app.api.voice.takePart(props.state.guild_id ?? "", user(), { suppress }));
  return (
    <li class="flex items-center gap-2 min-h-11 px-2 rounded-sm bg-bg-2">
      <Avatar id={user()} name={name()} src={avatarUrl(app.members.user(user()))} size={28} />
      <span class="flex-1 min-w-0">
        <bdi class="block truncate text-sm">{name()}</bdi>
        <Show when={standing() === "invited"}>
          <span class="block text-xs text-fg-2">{t("stage.invited")}</span>
        </Show>
      </span>
      <Show when={standing() === "asking"}>
        <span role="img" aria-label={t("stage.asks")} class="text-warn">
          <Hand size={17} aria-hidden="true" />
        </span>
      </Show>
      <Show when={props.moderates && !self()}>
        <Show
          when={standing() !== "invited"}
          fallback={
            <Button size="sm" kind="ghost" onClick={() => become(true)}>
              {t("stage.withdraw")}
              <span class="sr-only"> ({name()})</span>
            </Button>
          }
        >
          <Button
            size="sm"
            kind={standing() === "asking" ? "primary" : "secondary"}
            onClick={() => become(false)}
          >
            {t(standing() === "asking" ? "stage.letSpeak" : "stage.invite")}
            <span class="sr-only"> ({name()})</span>
          </Button>
        </Show>
      </Show>
    </li>
  );
}
