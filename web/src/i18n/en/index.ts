import { chat } from "./chat";
import { common } from "./common";
import { dialogs } from "./dialogs";
import { home } from "./home";
import { palette } from "./palette";
import { permissions } from "./permissions";
import { refusal } from "./refusal";
import { settings } from "./settings";
import { shell } from "./shell";
import { welcome } from "./welcome";

export const en = {
  common,
  welcome,
  settings,
  permissions,
  refusal,
  dialogs,
  home,
  palette,
  shell,
  chat,
} as const;
