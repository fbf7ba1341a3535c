import Compass from "lucide-solid/icons/compass";
import EyeOff from "lucide-solid/icons/eye-off";
import Menu from "lucide-solid/icons/menu";
import { createSignal, onCleanup, Show } from "solid-js";
import type { Guild } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { IconButton } from "~/ui/IconButton";
import { Logo } from "~/ui/Logo";
import { UserBar } from "./UserBar";

const PATIENCE_MS = 4_000;

/** Before the first READY. */
export function Opening() {
  const app = useApp();
  const [late, setLate] = createSignal(false);
  const timer = setTimeout(() => setLate(true), PATIENCE_MS);
  onCleanup(() => clearTimeout(timer));
  return (
    <main class="flex flex-col items-center justify-center gap-5 h-dvh bg-bg-0" aria-busy="true">
      <span class="breathe">
        <Logo size={56} />
      </span>
      <p role="status" class="text-sm text-fg-2 min-h-5">
        {late() ? t("shell.stillConnecting") : ""}
      </p>
      <Show when={late()}>
        <div class="flex gap-2">
          <Button kind="secondary" onClick={app.connection.retry}>
            {t("shell.retryNow")}
          </Button>
          <Button kind="ghost" onClick={() => void app.session.signOut()}>
            {t("shell.signOut")}
          </Button>
        </div>
      </Show>
    </main>
  );
}

/** Somebody who is in no community yet. */
export function NoGuild() {
  const app = useApp();
  return (
    <div class="flex flex-col flex-1 min-w-0">
      <DrawerButton />
      <EmptyState
        icon={<Compass size={30} />}
        title={t("shell.welcome", {
          name: app.session.me()?.global_name || app.session.me()?.username || "",
        })}
        text={t("shell.noCommunity")}
        action={
          <Button onClick={() => app.overlays.open({ kind: "create-guild" })}>
            {t("shell.addCommunity")}
          </Button>
        }
      />
      <div class="max-w-80 w-full">
        <UserBar />
      </div>
    </div>
  );
}

/** A community in which one may read nothing. */
export function NoChannel(props: { guild: Guild }) {
  return (
    <div class="flex flex-col flex-1 min-w-0">
      <DrawerButton />
      <EmptyState
        icon={<EyeOff size={28} />}
        title={t("shell.noChannelTitle")}
        text={t("shell.noChannel", { guild: props.guild.name })}
      />
    </div>
  );
}

export function DrawerButton() {
  const app = useApp();
  return (
    <IconButton
      label={t("shell.navigation")}
      class="md:hidden w-11! h-11!"
      aria-expanded={app.layout.drawer() === "channels"}
      onClick={() => app.layout.openDrawer("channels")}
    >
      <Menu size={21} />
    </IconButton>
  );
}
