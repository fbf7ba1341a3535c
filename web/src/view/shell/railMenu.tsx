import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import Folder from "lucide-solid/icons/folder";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import type { App } from "~/state/app";
import { folderOf, stepped, wrapped } from "~/state/rail";
import type { MenuItem } from "~/ui/Menu";
import type { Attempt } from "../form/createDeed";
import { freshFolder, keepRail, railNow } from "./railDeeds";

/** What one may do with the place of a community in the rail; everything that dragging does. */
export function railItems(app: App, guild: Id, attempt: Attempt): MenuItem[] {
  const rail = railNow(app);
  const items: MenuItem[] = [
    "separator",
    {
      label: t("shell.moveUp"),
      icon: <ArrowUp size={17} />,
      onSelect: () => attempt(keepRail(app, stepped(rail, guild, -1))),
    },
    {
      label: t("shell.moveDown"),
      icon: <ArrowDown size={17} />,
      onSelect: () => attempt(keepRail(app, stepped(rail, guild, 1))),
    },
  ];
  if (!folderOf(rail, guild))
    items.push({
      label: t("shell.newFolder"),
      icon: <Folder size={17} />,
      onSelect: () => {
        const folder = freshFolder();
        attempt(
          keepRail(app, wrapped(rail, guild, folder)).then(() =>
            app.overlays.open({ kind: "guild-folder", folder }),
          ),
        );
      },
    });
  return items;
}
