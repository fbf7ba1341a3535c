import { alerts } from "./alerts";
import { audit } from "./audit";
import { bots } from "./bots";
import { call } from "./call";
import { chat } from "./chat";
import { check } from "./check";
import { common } from "./common";
import { dialogs } from "./dialogs";
import { files } from "./files";
import { forward } from "./forward";
import { guild } from "./guild";
import { home } from "./home";
import { moderation } from "./moderation";
import { oauth } from "./oauth";
import { palette } from "./palette";
import { permissions } from "./permissions";
import { poll } from "./poll";
import { record } from "./record";
import { refusal } from "./refusal";
import { schedule } from "./schedule";
import { search } from "./search";
import { settings } from "./settings";
import { shell } from "./shell";
import { sounds } from "./sounds";
import { stage } from "./stage";
import { template } from "./template";
import { thread } from "./thread";
import { voice } from "./voice";
import { welcome } from "./welcome";

export const en = {
  sounds,
  stage,
  template,
  thread,
  forward,
  schedule,
  poll,
  check,
  common,
  welcome,
  settings,
  permissions,
  record,
  refusal,
  dialogs,
  guild,
  home,
  search,
  palette,
  shell,
  call,
  voice,
  chat,
  bots,
  files,
  moderation,
  audit,
  oauth,
  alerts,
} as const;
