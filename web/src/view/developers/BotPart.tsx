import { For } from "solid-js";
import { t } from "~/i18n";
import { Switch } from "~/ui/Switch";
import { Part } from "../settings/PageHeader";
import type { PartProps } from "./ApplicationPage";
import { INTENTS, withIntent } from "./intents";
import { TokenPart } from "./TokenPart";

/** The bot: its token and what it may ask for at the gateway. */
export function BotPart(props: PartProps) {
  const it = () => props.application;
  return (
    <>
      <TokenPart application={it()} onChanged={props.onChanged} />
      <Part title={t("bots.intents")} text={t("bots.intentsText")}>
        <div>
          <For each={INTENTS}>
            {(intent) => (
              <Switch
                label={t(intent.label)}
                description={t(intent.text)}
                checked={(it().flags & intent.either) !== 0}
                onChange={(on) => props.change({ flags: withIntent(it().flags, intent, on) })}
              />
            )}
          </For>
          <Switch
            label={t("bots.open")}
            description={t("bots.openText")}
            checked={it().bot_public}
            onChange={(on) => props.change({ bot_public: on })}
          />
        </div>
      </Part>
    </>
  );
}
