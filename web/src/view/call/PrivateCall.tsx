import { createSignal } from "solid-js";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { CallRoom } from "./CallRoom";
import { ViewSwitch } from "./CallView";

/** The call of a conversation, above its messages. */
export default function PrivateCall(props: { channel: Channel }) {
  const [large, setLarge] = createSignal(false);
  return (
    <section
      aria-label={t("call.of", { name: props.channel.name })}
      class="relative flex flex-col shrink-0 min-h-0 border-b border-line"
      classList={{ "h-[46dvh]": !large(), "h-[74dvh]": large() }}
    >
      <div class="absolute end-4 bottom-5 flex items-center gap-1 max-md:hidden">
        <ViewSwitch />
        <Button kind="ghost" size="sm" onClick={() => setLarge(!large())}>
          {t(large() ? "call.smaller" : "call.larger")}
        </Button>
      </div>
      <CallRoom channel={props.channel} guild={props.channel.id} />
    </section>
  );
}
