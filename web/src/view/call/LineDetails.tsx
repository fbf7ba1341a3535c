import { For, Show } from "solid-js";
import { gradeOf, type Quality } from "~/call/quality";
import { language, t } from "~/i18n";
import { useApp } from "~/state/app";
import type { CallPlace } from "~/state/call";
import { Popover } from "~/ui/Popover";
import { GRADE, lossText, rateText } from "./numbers";

const WAY = { udp: "voice.wayUdp", tcp: "voice.wayTcp", relay: "voice.wayRelay" } as const;

/** How the line is doing in numbers, as a whole and for each person. */
export default function LineDetails(props: { anchor: HTMLElement; place: CallPlace; onClose(): void }) {
  const app = useApp();
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t("voice.line")}
      role="dialog"
      class="w-84 max-w-[95vw] p-4"
      onClose={props.onClose}
    >
      <h2 class="title-sm mb-2">{t("voice.line")}</h2>
      <Show when={app.call.quality()} fallback={<p class="hint-text">{t("voice.lineNone")}</p>}>
        {(now) => (
          <>
            <Numbers now={now()} />
            <People now={now()} place={props.place} />
          </>
        )}
      </Show>
    </Popover>
  );
}

function Numbers(props: { now: Quality }) {
  const rows = () => [
    [t("voice.lineGrade"), t(GRADE[gradeOf(props.now)])],
    [t("voice.rtt"), `${Math.round(props.now.rttMs)} ms`],
    [t("voice.loss"), lossText(props.now.loss)],
    [t("voice.down"), rateText(props.now.down)],
    [t("voice.up"), rateText(props.now.up)],
    [t("voice.way"), props.now.way ? t(WAY[props.now.way]) : "–"],
  ];
  return (
    <dl class="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm tabular-nums">
      <For each={rows()}>
        {([name, value]) => (
          <>
            <dt class="text-fg-2">{name}</dt>
            <dd class="text-fg-0 text-end">{value}</dd>
          </>
        )}
      </For>
    </dl>
  );
}

function People(props: { now: Quality; place: CallPlace }) {
  const app = useApp();
  const all = () => Object.entries(props.now.people);
  const ms = (value: number) =>
    `${new Intl.NumberFormat(language(), { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ms`;
  return (
    <Show when={all().length}>
      <table class="w-full mt-4 text-sm tabular-nums">
        <caption class="sr-only">{t("voice.lineOfEach")}</caption>
        <thead>
          <tr class="text-xs text-fg-2">
            <th scope="col" class="text-start font-semibold pb-1">
              {t("voice.from")}
            </th>
            <th scope="col" class="text-end font-semibold pb-1">
              {t("voice.loss")}
            </th>
            <th scope="col" class="text-end font-semibold pb-1">
              {t("voice.jitter")}
            </th>
            <th scope="col" class="text-end font-semibold pb-1">
              {t("voice.rate")}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={all()}>
            {([user, reception]) => (
              <tr>
                <th scope="row" class="max-w-28 truncate text-start font-normal py-0.5">
                  <bdi>{app.members.name(props.place.guild, user)}</bdi>
                </th>
                <td class="text-end">{lossText(reception.loss)}</td>
                <td class="text-end">{ms(reception.jitterMs)}</td>
                <td class="text-end">{rateText(reception.rate)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  );
}
