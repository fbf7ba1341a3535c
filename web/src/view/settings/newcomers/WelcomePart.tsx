import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { createResource, createSignal, Index } from "solid-js";
import type { WelcomePlace, WelcomeScreen } from "~/api/reception";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { TextInput } from "~/ui/TextInput";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { Part } from "../PageHeader";

const PLACES_MAX = 5;

/** The screen that greets who has just joined, and those who look at an invite. */
export function WelcomePart(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [screen, { mutate, refetch }] = createResource(() => props.guild, app.api.reception.welcome);
  const [edited, edit] = createSignal<WelcomeScreen>();
  const shown = () => edited() ?? screen.latest ?? { description: null, welcome_channels: [] };
  const on = () => app.guilds.of(props.guild)?.features?.includes("WELCOME_SCREEN_ENABLED") === true;
  const channels = () =>
    app.channels.readable(props.guild).map((one) => ({ value: one.id, label: `# ${one.name}` }));
  const places = () => shown().welcome_channels;
  const put = (index: number, part: Partial<WelcomePlace>) =>
    edit({
      ...shown(),
      welcome_channels: places().map((place, at) => (at === index ? { ...place, ...part } : place)),
    });
  const add = () => {
    const used = new Set(places().map((place) => place.channel_id));
    const free = channels().find((channel) => !used.has(channel.value)) ?? channels()[0];
    if (!free) return;
    const place = { channel_id: free.value, description: "", emoji_id: null, emoji_name: null };
    edit({ ...shown(), welcome_channels: [...places(), place] });
  };
  const save = () =>
    attempt(async () => {
      mutate(await app.api.reception.changeWelcome(props.guild, shown()));
      edit(undefined);
    }, t("guild.welcomeSaved"));
  const toggle = (enabled: boolean) =>
    attempt(() => app.api.reception.changeWelcome(props.guild, { enabled }));
  return (
    <Part title={t("guild.welcome")} text={t("guild.welcomeText")}>
      <Loaded resource={screen} onRetry={refetch}>
        <Switch
          label={t("guild.welcomeShow")}
          checked={on()}
          disabled={busy()}
          onChange={(enabled) => void toggle(enabled)}
        />
        <TextArea
          label={t("guild.welcomeWords")}
          value={shown().description ?? ""}
          onValue={(text) => edit({ ...shown(), description: text || null })}
          maxLength={140}
          rows={2}
        />
        <ul class="flex flex-col gap-3">
          <Index each={places()}>
            {(place, index) => (
              <li class="card flex flex-wrap items-end gap-3 p-3">
                <div class="w-full sm:w-44">
                  <Select
                    label={t("guild.welcomeChannel")}
                    value={place().channel_id}
                    options={channels()}
                    onValue={(channel_id) => put(index, { channel_id })}
                  />
                </div>
                <div class="w-20">
                  <TextInput
                    label={t("guild.emoji")}
                    value={place().emoji_name ?? ""}
                    onValue={(emoji) => put(index, { emoji_name: emoji || null })}
                    maxLength={8}
                    autocomplete="off"
                  />
                </div>
                <div class="flex-1 min-w-40">
                  <TextInput
                    label={t("guild.welcomeWhy")}
                    value={place().description}
                    onValue={(description) => put(index, { description })}
                    maxLength={50}
                    autocomplete="off"
                  />
                </div>
                <IconButton
                  danger
                  label={t("guild.welcomeRemove", {
                    channel: app.channels.of(place().channel_id)?.name ?? "",
                  })}
                  onClick={() =>
                    edit({ ...shown(), welcome_channels: places().filter((_, at) => at !== index) })
                  }
                >
                  <Trash size={17} />
                </IconButton>
              </li>
            )}
          </Index>
        </ul>
        <div class="flex flex-wrap gap-3">
          <Button icon={<Plus size={16} />} disabled={places().length >= PLACES_MAX} onClick={add}>
            {t("guild.welcomeAdd")}
          </Button>
          <Button kind="primary" busy={busy()} disabled={!edited()} onClick={save}>
            {t("guild.welcomeSave")}
          </Button>
        </div>
      </Loaded>
    </Part>
  );
}
