import { createSignal } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Part } from "../settings/PageHeader";
import { LIBRARIES, linesFor } from "./libraries";

/** The lines that point a library at this node. */
export function Connecting() {
  const [library, choose] = createSignal<(typeof LIBRARIES)[number]>("discord.js");
  return (
    <Part title={t("bots.connect")} text={t("bots.connectText")}>
      <div class="flex flex-wrap gap-2">
        {LIBRARIES.map((name) => (
          <Button
            size="sm"
            kind={library() === name ? "primary" : "secondary"}
            aria-pressed={library() === name}
            onClick={() => choose(name)}
          >
            {name}
          </Button>
        ))}
      </div>
      <pre class="card p-4 overflow-x-auto text-[0.8125rem] leading-6" tabindex="0">
        <code>{linesFor(library(), location.origin)}</code>
      </pre>
    </Part>
  );
}
