import { chat } from "./chat";
import { common } from "./common";
import { dialogs } from "./dialogs";
import { palette } from "./palette";
import { permissions } from "./permissions";
import { settings } from "./settings";
import { shell } from "./shell";
import { welcome } from "./welcome";

export const en = { common, welcome, settings, permissions, dialogs, palette, shell, chat } as const;
