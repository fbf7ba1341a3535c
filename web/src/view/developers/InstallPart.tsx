import { Show } from "solid-js";
import { t } from "~/i18n";
import { CopyField } from "~/ui/CopyField";
import { Switch } from "~/ui/Switch";
import { Part } from "../settings/PageHeader";
import type { PartProps } from "./ApplicationPage";
import { InstallLink } from "./InstallLink";

/** Where the application can be installed, and the links that do it. */
export function InstallPart(props: PartProps) {
  const places = () => props.application.integration_types_config;
  const inGuilds = () => places()["0"] !== undefined;
  const byPeople = () => places()["1"] !== undefined;
  const set = (guilds: boolean, people: boolean) =>
    props.change({
      integration_types_config: {
        ...(guilds && { "0": places()["0"] ?? {} }),
        ...(people && { "1": {} }),
      },
    });
  const ownLink = () =>
    `${location.origin}/oauth2/authorize?client_id=${props.application.id}` +
    "&scope=applications.commands&integration_type=1";
  return (
    <>
      <Part title={t("oauth.where2")}>
        <div>
          <Switch
            label={t("oauth.inGuilds")}
            description={t("oauth.inGuildsText")}
            checked={inGuilds()}
            disabled={inGuilds() && !byPeople()}
            onChange={(on) => set(on, byPeople())}
          />
          <Switch
            label={t("oauth.byPeople")}
            description={t("oauth.byPeopleText")}
            checked={byPeople()}
            disabled={byPeople() && !inGuilds()}
            onChange={(on) => set(inGuilds(), on)}
          />
        </div>
        <Show when={byPeople()}>
          <CopyField
            label={t("oauth.ownLink")}
            value={ownLink()}
            copyLabel={t("common.copy")}
            copiedLabel={t("common.copied")}
          />
        </Show>
      </Part>
      <Show when={inGuilds()}>
        <InstallLink application={props.application} />
      </Show>
    </>
  );
}
