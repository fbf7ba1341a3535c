import { createSignal, For, Show } from "solid-js";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { Switch } from "~/ui/Switch";
import { TextInput } from "~/ui/TextInput";
import { createSubmit } from "../form/createSubmit";
import { FormError } from "../form/FormError";
import { Part } from "../settings/PageHeader";
import type { PartProps } from "./ApplicationPage";

const ON = 2;
const OFF = 1;
const GIVEN_UP = 3;
const TYPES = [
  ["APPLICATION_AUTHORIZED", "oauth.authorized"],
  ["APPLICATION_DEAUTHORIZED", "oauth.deauthorized"],
] as const;

/** To which server it is told what happens to the application. */
export function EventsPart(props: PartProps) {
  const app = useApp();
  const it = () => props.application;
  const [url, write] = createSignal(props.application.event_webhooks_url ?? "");
  const save = createSubmit(["event_webhooks_url"], async () => {
    const address = url().trim() || null;
    await app.api.applications.change(it().id, {
      event_webhooks_url: address,
      event_webhooks_status: address ? ON : OFF,
      ...(!it().event_webhooks_types.length && { event_webhooks_types: TYPES.map(([type]) => type) }),
    });
    await props.onChanged();
  });
  const toggle = (type: string) => {
    const all = it().event_webhooks_types;
    void props.change({
      event_webhooks_types: all.includes(type) ? all.filter((one) => one !== type) : [...all, type],
    });
  };
  return (
    <Part title={t("oauth.eventsTitle")} text={t("oauth.eventsText")}>
      <form class="flex flex-col gap-4" onSubmit={save.run}>
        <FormError text={save.error()} />
        <TextInput
          label={t("oauth.eventsUrl")}
          error={save.error("event_webhooks_url")}
          placeholder="https://"
          value={url()}
          onValue={write}
        />
        <Button type="submit" kind="primary" class="self-start" busy={save.busy()}>
          {t("common.save")}
        </Button>
      </form>
      <Show when={it().event_webhooks_url}>
        <div>
          <Switch
            label={t("oauth.eventsOn")}
            description={it().event_webhooks_status === GIVEN_UP ? t("oauth.eventsGivenUp") : undefined}
            checked={it().event_webhooks_status === ON}
            onChange={(on) => props.change({ event_webhooks_status: on ? ON : OFF })}
          />
          <For each={TYPES}>
            {([type, text]) => (
              <Switch
                label={type}
                description={t(text)}
                checked={it().event_webhooks_types.includes(type)}
                onChange={() => toggle(type)}
              />
            )}
          </For>
        </div>
      </Show>
    </Part>
  );
}
