import type { Application } from "~/api/bots";
import { avatarUrl } from "~/api/cdn";

/** The application's picture, or else its bot's. */
export const appIconUrl = (it: Pick<Application, "id" | "icon" | "bot">) =>
  it.icon ? `/cdn/app-icons/${it.id}/${it.icon}.png?size=128` : avatarUrl(it.bot);
