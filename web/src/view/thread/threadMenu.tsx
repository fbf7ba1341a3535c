import Archive from "lucide-solid/icons/archive";
import ArchiveRestore from "lucide-solid/icons/archive-restore";
import Bell from "lucide-solid/icons/bell";
import Link2 from "lucide-solid/icons/link-2";
import Lock from "lucide-solid/icons/lock";
import LockOpen from "lucide-solid/icons/lock-open";
import LogIn from "lucide-solid/icons/log-in";
import LogOut from "lucide-solid/icons/log-out";
import Pencil from "lucide-solid/icons/pencil";
import Pin from "lucide-solid/icons/pin";
import Trash from "lucide-solid/icons/trash";
import type { Channel } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { isForum } from "~/state/channels";
import { pathOf } from "~/state/router";
import type { MenuItem } from "~/ui/Menu";
import type { Attempt } from "../form/createDeed";

const PINNED = 1 << 1;

/** Everything that one may do with a thread. */
export function threadMenu(app: App, thread: Channel, attempt: Attempt): MenuItem[] {
  const state = thread.thread_metadata;
  const manages = app.rights.mayIn("manageThreads", thread.id);
  const owns = thread.owner_id === app.session.me()?.id;
  const archived = state?.archived === true;
  const change = (body: Parameters<typeof app.api.threads.change>[1]) =>
    attempt(app.api.threads.change(thread.id, body).then((d) => app.apply({ t: "THREAD_UPDATE", d })));
  const items: MenuItem[] = [];
  if (thread.member && thread.guild_id) {
    const guild = thread.guild_id;
    items.push({
      label: t("search.notifications"),
      icon: <Bell size={17} />,
      onSelect: () => app.overlays.open({ kind: "alerts", guild, channel: thread.id }),
    });
  }
  if (!archived)
    items.push(
      thread.member
        ? {
            label: t("thread.leave"),
            icon: <LogOut size={17} />,
            onSelect: () => attempt(app.api.threads.leave(thread.id)),
          }
        : {
            label: t("thread.join"),
            icon: <LogIn size={17} />,
            onSelect: () => attempt(app.api.threads.join(thread.id)),
          },
    );
  items.push({
    label: t("shell.copyLink"),
    icon: <Link2 size={17} />,
    onSelect: () => {
      const path = pathOf({ at: "channel", guild: thread.guild_id ?? "", channel: thread.id });
      void navigator.clipboard?.writeText(location.origin + path);
    },
  });
  if (manages || (owns && !archived))
    items.push({
      label: t("thread.edit"),
      icon: <Pencil size={17} />,
      onSelect: () => app.overlays.open({ kind: "edit-thread", thread: thread.id }),
    });
  if (manages || owns || (archived && !state?.locked))
    items.push({
      label: t(archived ? "thread.open" : "thread.archive"),
      icon: archived ? <ArchiveRestore size={17} /> : <Archive size={17} />,
      onSelect: () => change({ archived: !archived }),
    });
  if (manages)
    items.push({
      label: t(state?.locked ? "thread.unlock" : "thread.lock"),
      icon: state?.locked ? <LockOpen size={17} /> : <Lock size={17} />,
      onSelect: () => change({ locked: !state?.locked }),
    });
  const parent = app.channels.of(thread.parent_id ?? undefined);
  const pinned = ((thread.flags ?? 0) & PINNED) !== 0;
  if (manages && parent && isForum(parent) && !archived)
    items.push({
      label: t(pinned ? "chat.unpin" : "chat.pin"),
      icon: <Pin size={17} />,
      onSelect: () => change({ flags: pinned ? 0 : PINNED }),
    });
  if (manages)
    items.push("separator", {
      label: t("thread.delete"),
      icon: <Trash size={17} />,
      danger: true,
      onSelect: () => attempt(app.api.threads.remove(thread.id)),
    });
  return items;
}
