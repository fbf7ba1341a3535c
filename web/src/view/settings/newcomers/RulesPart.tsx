import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { createResource, createSignal, Index } from "solid-js";
import type { Id } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { Button } from "~/ui/Button";
import { IconButton } from "~/ui/IconButton";
import { Switch } from "~/ui/Switch";
import { TextArea } from "~/ui/TextArea";
import { createAttempt } from "../../form/createAttempt";
import { Loaded } from "../Loaded";
import { Part } from "../PageHeader";

const RULES_MAX = 16;
const RULE_MAX_CHARS = 300;

/** The rules, and whether newcomers accept them before they may write. */
export function RulesPart(props: { guild: Id }) {
  const app = useApp();
  const { busy, attempt } = createAttempt();
  const [rules, { mutate, refetch }] = createResource(() => props.guild, app.api.reception.rules);
  const [edited, edit] = createSignal<string[]>();
  const stored = () => rules.latest?.form_fields[0]?.values ?? [];
  const terms = () => edited() ?? (stored().length > 0 ? stored() : [""]);
  const written = () =>
    terms()
      .map((term) => term.trim())
      .filter(Boolean);
  const asks = () =>
    app.guilds.of(props.guild)?.features?.includes("MEMBER_VERIFICATION_GATE_ENABLED") === true;
  const save = (enabled: boolean, done?: string) =>
    attempt(async () => {
      mutate(await app.api.reception.changeRules(props.guild, enabled, written()));
      edit(undefined);
    }, done);
  const put = (index: number, text: string) =>
    edit(terms().map((term, place) => (place === index ? text : term)));
  return (
    <Part title={t("guild.rules")} text={t("guild.rulesPartText")}>
      <Loaded resource={rules} onRetry={refetch}>
        <Switch
          label={t("guild.rulesAsk")}
          description={written().length === 0 ? t("guild.rulesNone") : t("guild.rulesAskText")}
          checked={asks()}
          disabled={busy() || (written().length === 0 && !asks())}
          onChange={(on) => void save(on)}
        />
        <ol class="flex flex-col gap-3">
          <Index each={terms()}>
            {(term, index) => (
              <li class="flex items-start gap-2">
                <div class="flex-1 min-w-0">
                  <TextArea
                    label={t("guild.ruleNumber", { number: String(index + 1) })}
                    value={term()}
                    onValue={(text) => put(index, text)}
                    maxLength={RULE_MAX_CHARS}
                    rows={2}
                  />
                </div>
                <IconButton
                  class="mt-7"
                  danger
                  label={t("guild.ruleRemove", { number: String(index + 1) })}
                  onClick={() => edit(terms().filter((_, place) => place !== index))}
                >
                  <Trash size={17} />
                </IconButton>
              </li>
            )}
          </Index>
        </ol>
        <div class="flex flex-wrap gap-3">
          <Button
            icon={<Plus size={16} />}
            disabled={terms().length >= RULES_MAX}
            onClick={() => edit([...terms(), ""])}
          >
            {t("guild.ruleAdd")}
          </Button>
          <Button
            kind="primary"
            busy={busy()}
            disabled={edited() === undefined}
            onClick={() => save(asks() && written().length > 0, t("guild.rulesSaved"))}
          >
            {t("guild.rulesSave")}
          </Button>
        </div>
      </Loaded>
    </Part>
  );
}
