import Phone from "lucide-solid/icons/phone";
import PhoneOff from "lucide-solid/icons/phone-off";
import { For, onCleanup } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { createDeed } from "../form/createDeed";
import { wantsQuiet } from "../shell/notices";

const RING_MS = 3_000;

/** The calls that ring for oneself. */
export function Ringing() {
  const app = useApp();
  const ringing = () =>
    app.voice.ringingAt(app.session.me()?.id).filter((channel) => channel !== app.call.place()?.channel);
  return <For each={ringing()}>{(channel) => <Ring channel={channel} />}</For>;
}

function Ring(props: { channel: Id }) {
  const app = useApp();
  const attempt = createDeed();
  const ring = () => wantsQuiet(app) || app.call.sound("ring");
  ring();
  const bell = setInterval(ring, RING_MS);
  onCleanup(() => clearInterval(bell));
  const name = () => app.channels.of(props.channel)?.name ?? "";
  return (
    <div
      role="alert"
      class="flex items-center justify-center flex-wrap gap-3 px-4 py-2 bg-bg-1 border-b border-line text-sm"
    >
      <span class="flex items-center gap-2 font-semibold">
        <Phone size={17} class="text-ok motion-safe:animate-pulse" aria-hidden="true" />
        <bdi>{t("call.calls", { name: name() })}</bdi>
      </span>
      <Button
        kind="primary"
        size="sm"
        icon={<Phone size={15} />}
        onClick={() => app.call.join(props.channel, props.channel)}
      >
        {t("call.accept")}
      </Button>
      <Button
        kind="secondary"
        size="sm"
        icon={<PhoneOff size={15} />}
        onClick={() => attempt(app.api.channels.stopRinging(props.channel))}
      >
        {t("call.decline")}
      </Button>
    </div>
  );
}
