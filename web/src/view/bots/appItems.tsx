import Bot from "lucide-solid/icons/bot";
import type { Id } from "~/api/types";
import type { App } from "~/state/app";
import { shownName } from "~/state/commands";
import type { MenuItem } from "~/ui/Menu";
import type { Attempt } from "../form/createDeed";

/** Commands of applications for the menu of a person (2) or a message (3). They are loaded when a menu is first opened. */
export function appItems(app: App, type: 2 | 3, channel: Id, target: Id, attempt: Attempt): MenuItem[] {
  void app.interactions.load(channel).catch(() => {});
  return app.interactions
    .index(channel)
    .application_commands.filter((command) => command.type === type)
    .map((command) => ({
      label: shownName(command),
      icon: <Bot size={17} />,
      onSelect: () =>
        attempt(
          app.interactions.run({ application_id: command.application_id, channel_id: channel }, command, {
            target_id: target,
          }),
        ),
    }));
}
