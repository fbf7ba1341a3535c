import { createSignal, Show, untrack } from "solid-js";
import { type ScreenWish, TIERS, type Tier } from "~/call/screen";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Popover } from "~/ui/Popover";
import { Select } from "~/ui/Select";
import { Switch } from "~/ui/Switch";

/** How the screen is to be shared; which screen or window, the browser asks. */
export default function ShareMenu(props: {
  anchor: HTMLElement;
  /** How it is shared already, to change that. */
  now?: ScreenWish | undefined;
  onClose(): void;
}) {
  const app = useApp();
  const [tier, setTier] = createSignal<Tier>(untrack(() => props.now?.tier) ?? "1080p30");
  const [mode, setMode] = createSignal<"text" | "motion">(untrack(() => props.now?.mode) ?? "text");
  const [sound, setSound] = createSignal(true);
  const start = () => {
    props.onClose();
    const wish = { tier: tier(), mode: mode(), sound: props.now?.sound ?? sound() };
    void (props.now ? app.call.reshape(wish) : app.call.share(wish));
  };
  return (
    <Popover
      anchor={props.anchor}
      side="top"
      label={t(props.now ? "voice.reshape" : "call.share")}
      role="dialog"
      class="w-70 p-4"
      onClose={props.onClose}
    >
      <div class="flex flex-col gap-3">
        <Select
          label={t("call.tier")}
          value={tier()}
          options={(Object.keys(TIERS) as Tier[]).map((value) => ({ value, label: value }))}
          onValue={setTier}
        />
        <Select
          label={t("call.mode")}
          value={mode()}
          options={[
            { value: "text" as const, label: t("call.text") },
            { value: "motion" as const, label: t("call.motion") },
          ]}
          onValue={setMode}
        />
        <Show when={!props.now}>
          <Switch label={t("call.withSound")} checked={sound()} onChange={setSound} />
        </Show>
        <Button kind="primary" onClick={start}>
          {t(props.now ? "voice.reshapeNow" : "call.start")}
        </Button>
      </div>
    </Popover>
  );
}
