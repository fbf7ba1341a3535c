import { createResource, createSignal, Show } from "solid-js";
import type { WidgetSettings } from "~/api/reception";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { CopyField } from "~/ui/CopyField";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { PageHeader } from "../PageHeader";

const STYLES = ["shield", "banner1", "banner2", "banner3", "banner4"] as const;
type Style = (typeof STYLES)[number];
const STYLE_NAMES = {
  shield: "guild.widgetShield",
  banner1: "guild.widgetBanner1",
  banner2: "guild.widgetBanner2",
  banner3: "guild.widgetBanner3",
  banner4: "guild.widgetBanner4",
} as const;

/** What other sites may show of the guild, and the lines with which they do. */
export default function WidgetPage(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [widget, { mutate, refetch }] = createResource(() => props.guild, app.api.reception.widget);
  const channels = () => [
    { value: "", label: t("guild.widgetNobody") },
    ...app.channels.readable(props.guild).map((one) => ({ value: one.id, label: `# ${one.name}` })),
  ];
  const change = (part: Partial<WidgetSettings>) =>
    void attempt(async () => {
      mutate(await app.api.reception.changeWidget(props.guild, part));
    });
  return (
    <>
      <PageHeader title={t("guild.widget")} text={t("guild.widgetText")} />
      <Loaded resource={widget} onRetry={refetch}>
        <div class="flex flex-col gap-5">
          <Switch
            label={t("guild.widgetShow")}
            description={t("guild.widgetShowText")}
            checked={widget.latest?.enabled === true}
            disabled={busy()}
            onChange={(enabled) => change({ enabled })}
          />
          <Select
            label={t("guild.widgetChannel")}
            value={widget.latest?.channel_id ?? ""}
            options={channels()}
            disabled={busy()}
            onValue={(channel) => change({ channel_id: channel || null })}
          />
          <Show when={widget.latest?.enabled}>
            <Lines guild={props.guild} />
          </Show>
        </div>
      </Loaded>
    </>
  );
}

function Lines(props: { guild: Id }) {
  const [style, choose] = createSignal<Style>("banner2");
  const base = () => `/api/v10/guilds/${props.guild}`;
  const picture = () => `${base()}/widget.png?style=${style()}`;
  const line = () => `<img src="${location.origin}${picture()}" alt="">`;
  return (
    <>
      <Select
        label={t("guild.widgetStyle")}
        value={style()}
        options={STYLES.map((value) => ({ value, label: t(STYLE_NAMES[value]) }))}
        onValue={choose}
      />
      <img class="self-start max-w-full" src={picture()} alt={t("guild.widgetPreview")} />
      <CopyField
        label={t("guild.widgetPicture")}
        value={line()}
        copyLabel={t("common.copy")}
        copiedLabel={t("common.copied")}
      />
      <CopyField
        label={t("guild.widgetJson")}
        value={`${location.origin}${base()}/widget.json`}
        copyLabel={t("common.copy")}
        copiedLabel={t("common.copied")}
      />
    </>
  );
}
