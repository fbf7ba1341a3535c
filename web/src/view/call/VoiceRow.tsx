import Headphones from "lucide-solid/icons/headphone-off";
import MicOff from "lucide-solid/icons/mic-off";
import ScreenShare from "lucide-solid/icons/screen-share";
import Video from "lucide-solid/icons/video";
import VolumeX from "lucide-solid/icons/volume-x";
import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import { avatarUrl } from "~/api/cdn";
import type { Channel, VoiceState } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Avatar } from "~/ui/Avatar";
import { ContextMenu } from "~/ui/ContextMenu";
import { createDeed } from "../form/createDeed";
import { Link } from "../Link";
import { ChannelIcon } from "../shell/ChannelIcon";
import { personItems } from "./personItems";

const VolumePopover = lazy(() => import("./stage/VolumePopover"));

/** A voice channel of the list: it opens and joins, and shows who is inside. */
export function VoiceRow(props: { channel: Channel; class: string }) {
  const app = useApp();
  const here = () => app.openChannel() === props.channel.id;
  const inside = () => app.voice.in(props.channel.id);
  const enter = () => {
    app.layout.closeDrawer();
    if (app.rights.mayIn("connect", props.channel.id))
      app.call.join(props.channel.guild_id ?? "", props.channel.id);
  };
  return (
    <>
      <Link
        to={{ at: "channel", guild: props.channel.guild_id ?? "", channel: props.channel.id }}
        onGo={enter}
        data-row=""
        aria-current={here() ? "page" : undefined}
        aria-label={t("call.join", { channel: props.channel.name })}
        class={props.class}
        classList={{
          "bg-bg-active text-fg-0 font-semibold": here(),
          "text-fg-2 hover:(bg-bg-hover text-fg-1)": !here(),
        }}
      >
        <ChannelIcon channel={props.channel} />
        <bdi class="flex-1 min-w-0 truncate">{props.channel.name}</bdi>
        <Show when={props.channel.user_limit}>
          {(limit) => (
            <span class="text-xs tabular-nums text-fg-2" aria-hidden="true">
              {inside().length}/{limit()}
            </span>
          )}
        </Show>
      </Link>
      <Show when={inside().length}>
        <ul
          class="flex flex-col gap-px ms-7 mb-1"
          aria-label={t("call.people", { channel: props.channel.name })}
        >
          <For each={inside()}>{(state) => <Talker state={state} />}</For>
        </ul>
      </Show>
    </>
  );
}

function Talker(props: { state: VoiceState }) {
  const app = useApp();
  const name = () => app.members.name(props.state.guild_id, props.state.user_id);
  const user = () => app.members.user(props.state.user_id);
  const speaking = () => app.call.speaking(props.state.user_id);
  const [volume, openVolume] = createSignal<string>();
  const attempt = createDeed();
  const items = () => personItems(app, props.state, attempt, openVolume);
  let button!: HTMLButtonElement;
  return (
    <li>
      <ContextMenu label={name()} items={items}>
        <button
          ref={button}
          type="button"
          data-row=""
          class="flex items-center gap-2 w-full min-h-7 max-md:min-h-9 px-2 rounded-sm text-start text-sm text-fg-2 cursor-pointer hover:bg-bg-hover -outline-offset-2"
          onClick={() =>
            app.overlays.open({
              kind: "profile",
              user: props.state.user_id,
              ...(props.state.guild_id !== props.state.channel_id &&
                props.state.guild_id && { guild: props.state.guild_id }),
              anchor: button,
            })
          }
        >
          <span
            class="inline-flex rounded-full transition-shadow"
            data-speaking={speaking() || undefined}
            classList={{ "shadow-[0_0_0_2px_var(--ok)]": speaking() }}
          >
            <Avatar id={props.state.user_id} name={name()} src={avatarUrl(user())} size={22} />
          </span>
          <bdi class="flex-1 min-w-0 truncate" classList={{ "text-fg-0": speaking() }}>
            {name()}
          </bdi>
          <Show when={app.call.settings.values.silenced[props.state.user_id]}>
            <span role="img" aria-label={t("voice.silenced")} class="text-warn">
              <VolumeX size={15} aria-hidden="true" />
            </span>
          </Show>
          <Signs state={props.state} />
          <Show when={speaking()}>
            <span class="sr-only">{t("call.speaking")}</span>
          </Show>
        </button>
      </ContextMenu>
      <Show when={volume()}>
        {(user) => (
          <Suspense>
            <VolumePopover
              anchor={button}
              volume={user()}
              name={name()}
              onClose={() => openVolume(undefined)}
            />
          </Suspense>
        )}
      </Show>
    </li>
  );
}

/** What others should know of somebody in a call. */
export function Signs(props: { state: VoiceState }) {
  return (
    <>
      <Show when={props.state.self_stream}>
        <span role="img" aria-label={t("call.sharing")}>
          <ScreenShare size={15} aria-hidden="true" />
        </span>
      </Show>
      <Show when={props.state.self_video}>
        <span role="img" aria-label={t("call.showsFace")}>
          <Video size={15} aria-hidden="true" />
        </span>
      </Show>
      <Show when={props.state.self_mute || props.state.mute || props.state.suppress}>
        <span role="img" aria-label={t("call.muted")} classList={{ "text-danger": props.state.mute }}>
          <MicOff size={15} aria-hidden="true" />
        </span>
      </Show>
      <Show when={props.state.self_deaf || props.state.deaf}>
        <span role="img" aria-label={t("call.deafened")} classList={{ "text-danger": props.state.deaf }}>
          <Headphones size={15} aria-hidden="true" />
        </span>
      </Show>
    </>
  );
}
