import { Show } from "solid-js";
import { t } from "~/i18n";
import { RadioCards } from "~/ui/RadioCards";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";

export type Lifespan = "kept" | "temporary" | "lobby";

interface VoiceFieldsProps {
  userLimit: number;
  bitrate: number;
  /** Absent where it cannot be chosen. */
  lifespan: Lifespan | undefined;
  error(field: "user_limit" | "bitrate" | "lifespan"): string | undefined;
  onChange(part: { user_limit?: number; bitrate?: number; lifespan?: Lifespan }): void;
}

const LIMIT_MAX = 99;
const BITRATES = [8_000, 32_000, 64_000, 96_000];

/** What only channels have in which people talk. */
export function VoiceFields(props: VoiceFieldsProps) {
  return (
    <>
      <TextInput
        label={t("settings.userLimit")}
        hint={t("settings.userLimitHint")}
        value={props.userLimit ? String(props.userLimit) : ""}
        onValue={(typed) =>
          props.onChange({ user_limit: Math.min(LIMIT_MAX, Number(typed.replace(/\D/g, ""))) })
        }
        error={props.error("user_limit")}
        inputmode="numeric"
        maxLength={2}
        autocomplete="off"
      />
      <Select
        label={t("settings.bitrate")}
        hint={t("settings.bitrateHint")}
        value={String(props.bitrate)}
        options={[...new Set([...BITRATES, props.bitrate])]
          .sort((a, b) => a - b)
          .map((rate) => ({ value: String(rate), label: `${rate / 1_000} kbit/s` }))}
        onValue={(rate) => props.onChange({ bitrate: Number(rate) })}
        error={props.error("bitrate")}
      />
      <Show when={props.lifespan}>
        {(lifespan) => (
          <RadioCards<Lifespan>
            label={t("settings.lifespan")}
            value={lifespan()}
            onValue={(chosen) => props.onChange({ lifespan: chosen })}
            options={[
              {
                value: "kept",
                label: t("settings.lifespanKept"),
                description: t("settings.lifespanKeptText"),
              },
              {
                value: "temporary",
                label: t("settings.lifespanTemporary"),
                description: t("settings.lifespanTemporaryText"),
              },
              {
                value: "lobby",
                label: t("settings.lifespanLobby"),
                description: t("settings.lifespanLobbyText"),
              },
            ]}
          />
        )}
      </Show>
    </>
  );
}
