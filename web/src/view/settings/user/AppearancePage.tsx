import type { JSX } from "solid-js";
import type { UserSettings } from "~/api/types";
import { t } from "~/i18n";
import { useApp } from "~/state/app";
import { RadioCards } from "~/ui/RadioCards";
import { Switch } from "~/ui/Switch";
import { createAttempt } from "../../form/createAttempt";
import { PageHeader, Part } from "../PageHeader";
import { ThemePicture } from "./ThemePicture";

/** How Parley looks. Each choice holds at once, on all of the person's devices. */
export function AppearancePage() {
  const app = useApp();
  const { attempt } = createAttempt();
  const save = (part: Partial<UserSettings>) => void attempt(() => app.settings.save(part));
  const picture = (theme: UserSettings["theme"]): JSX.Element => <ThemePicture theme={theme} />;
  return (
    <>
      <PageHeader title={t("settings.appearance")} text={t("settings.appearanceText")} />
      <div class="pb-6">
        <RadioCards<UserSettings["theme"]>
          label={t("settings.theme")}
          columns={4}
          value={app.settings.values.theme}
          onValue={(theme) => save({ theme })}
          options={[
            { value: "dark", label: t("settings.themeDark"), picture: picture("dark") },
            { value: "light", label: t("settings.themeLight"), picture: picture("light") },
            { value: "system", label: t("settings.themeSystem"), picture: picture("system") },
            { value: "contrast", label: t("settings.themeContrast"), picture: picture("contrast") },
          ]}
        />
      </div>
      <div class="pb-6">
        <RadioCards<"cosy" | "compact">
          label={t("settings.density")}
          columns={2}
          value={app.settings.values.message_display_compact ? "compact" : "cosy"}
          onValue={(density) => save({ message_display_compact: density === "compact" })}
          options={[
            { value: "cosy", label: t("settings.densityCosy"), description: t("settings.densityCosyText") },
            {
              value: "compact",
              label: t("settings.densityCompact"),
              description: t("settings.densityCompactText"),
            },
          ]}
        />
      </div>
      <Part title={t("settings.app")}>
        <div class="divide-y divide-line -my-3">
          <Switch
            label={t("settings.reducedMotion")}
            description={t("settings.reducedMotionText")}
            checked={app.settings.values.reduced_motion}
            onChange={(reduced_motion) => save({ reduced_motion })}
          />
          <Switch
            label={t("settings.developerMode")}
            description={t("settings.developerModeText")}
            checked={app.settings.values.developer_mode}
            onChange={(developer_mode) => save({ developer_mode })}
          />
        </div>
      </Part>
    </>
  );
}
