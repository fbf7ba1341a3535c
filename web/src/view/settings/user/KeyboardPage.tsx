import { For } from "solid-js";
import { t } from "~/i18n";
import { Kbd } from "~/ui/Kbd";
import { PageHeader, Part } from "../PageHeader";

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const CTRL = apple ? "⌘" : "Ctrl";
const ALT = apple ? "⌥" : "Alt";

/** Every shortcut there is. */
export function KeyboardPage() {
  const parts = () => [
    {
      title: t("settings.keysGeneral"),
      keys: [
        { name: t("settings.keyPalette"), keys: [CTRL, "K"] },
        { name: t("settings.keySettings"), keys: [CTRL, ","] },
        { name: t("settings.keyEscape"), keys: ["Esc"] },
      ],
    },
    {
      title: t("settings.keysNavigation"),
      keys: [
        { name: t("settings.keyChannelPrevious"), keys: [ALT, "↑"] },
        { name: t("settings.keyChannelNext"), keys: [ALT, "↓"] },
        { name: t("settings.keyUnreadNext"), keys: [ALT, "Shift", "↓"] },
      ],
    },
    {
      title: t("settings.keysCall"),
      keys: [
        { name: t("call.mute"), keys: [CTRL, "Shift", "M"] },
        { name: t("call.deafen"), keys: [CTRL, "Shift", "D"] },
      ],
    },
    {
      title: t("settings.keysMessages"),
      keys: [
        { name: t("settings.keySend"), keys: ["↵"] },
        { name: t("settings.keyNewLine"), keys: ["Shift", "↵"] },
        { name: t("settings.keyComplete"), keys: ["Tab"] },
        { name: t("settings.keyEditLast"), keys: ["↑"] },
        { name: t("settings.keyMessages"), keys: ["↑", "↓"] },
        { name: t("settings.keyReply"), keys: ["R"] },
        { name: t("settings.keyEdit"), keys: ["E"] },
        { name: t("settings.keyDelete"), keys: ["Del"] },
      ],
    },
  ];
  return (
    <>
      <PageHeader title={t("settings.keyboard")} text={t("settings.keyboardText")} />
      <div>
        <For each={parts()}>
          {(part) => (
            <Part title={part.title}>
              <dl class="divide-y divide-line -my-2">
                <For each={part.keys}>
                  {(row) => (
                    <div class="flex items-center justify-between gap-4 py-2.5">
                      <dt class="text-[0.9375rem] text-fg-1">{row.name}</dt>
                      <dd>
                        <Kbd keys={row.keys} />
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </Part>
          )}
        </For>
      </div>
    </>
  );
}
