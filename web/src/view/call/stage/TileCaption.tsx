import { createMemo, Show } from "solid-js";
import type { Id } from "~/api/types";
import { language, t } from "~/i18n";
import { useApp } from "~/state/app";
import { rateText } from "../numbers";
import { Signs } from "../VoiceRow";
import type { Picture } from "./createStage";

interface CaptionProps {
  user: Id;
  picture: Picture;
  guild: Id;
  label: string;
  self: boolean;
}

/** Whose tile it is; of a screen also what it really is in numbers, and for who shares it, who watches. */
export function TileCaption(props: CaptionProps) {
  const app = useApp();
  const state = () => app.voice.of(props.guild, props.user);
  const screen = () => props.picture === "screen";
  const facts = () => (screen() ? app.call.picture(props.user, "screen") : undefined);
  const watchers = createMemo(() =>
    new Intl.ListFormat(language()).format(
      app.call.viewers().map((user) => app.members.name(props.guild, user)),
    ),
  );
  return (
    <figcaption class="absolute start-2 bottom-2 flex flex-wrap items-center gap-x-2 max-w-[calc(100%-1rem)] px-2 py-1 rounded-sm bg-bg-0 text-sm text-fg-0">
      <span class="flex items-center gap-1.5 min-w-0">
        <bdi class="truncate">{props.label}</bdi>
        <Show when={!screen() && state()}>{(known) => <Signs state={known()} />}</Show>
      </span>
      <Show when={facts()}>
        {(now) => (
          <span class="text-xs tabular-nums text-fg-1">
            {t("call.facts", {
              size: `${now().width}×${now().height}`,
              fps: Math.round(now().fps),
              rate: rateText(now().rate),
            })}
          </span>
        )}
      </Show>
      <Show when={app.call.paused(props.user, props.picture)}>
        <span class="text-xs text-warn">{t("call.standsStill")}</span>
      </Show>
      <Show when={screen() && props.self}>
        <span class="text-xs text-fg-1 truncate" title={watchers()}>
          {app.call.viewers().length ? t("call.watchedBy", { names: watchers() }) : t("call.watchedByNobody")}
        </span>
      </Show>
    </figcaption>
  );
}
