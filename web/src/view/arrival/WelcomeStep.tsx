import { createResource, For, Show } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Dialog } from "~/ui/Dialog";
import { Loaded } from "../settings/Loaded";

/** Greets a newcomer and shows where to go first. */
export function WelcomeStep(props: { guild: Id; onClose(): void }) {
  const app = useApp();
  const [screen, { refetch }] = createResource(() => props.guild, app.api.reception.welcome);
  const visit = (channel: Id) => {
    props.onClose();
    app.router.go({ at: "channel", guild: props.guild, channel });
  };
  return (
    <Dialog
      open
      title={t("guild.welcomeTitle", { guild: app.guilds.of(props.guild)?.name ?? "" })}
      description={screen.latest?.description ?? undefined}
      closeLabel={t("common.close")}
      onClose={props.onClose}
      footer={
        <Button kind="primary" onClick={() => props.onClose()}>
          {t("guild.lookAround")}
        </Button>
      }
    >
      <Loaded resource={screen} onRetry={refetch}>
        <ul class="flex flex-col gap-2">
          <For each={screen.latest?.welcome_channels}>
            {(place) => (
              <li>
                <button
                  type="button"
                  class="flex items-center gap-3 w-full px-4 py-3 rounded-lg border border-line text-start cursor-pointer hover:bg-bg-hover"
                  onClick={() => visit(place.channel_id)}
                >
                  <Show when={!place.emoji_id && place.emoji_name}>
                    {(emoji) => (
                      <span class="text-xl" aria-hidden="true">
                        {emoji()}
                      </span>
                    )}
                  </Show>
                  <span class="flex-1 min-w-0">
                    <span class="title-sm block break-words">{place.description}</span>
                    <span class="hint-text block truncate">
                      #{app.channels.of(place.channel_id)?.name ?? ""}
                    </span>
                  </span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Loaded>
    </Dialog>
  );
}
