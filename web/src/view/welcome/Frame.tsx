import Languages from "lucide-solid/icons/languages";
import { For, type JSX } from "solid-js";
import { LANGUAGES, type Language, language, t } from "~/i18n";
import { useApp } from "~/state/app";
import { Wordmark } from "~/ui/Logo";
import { Art } from "./Art";

/** The page of a stranger: the picture at the start, the form at the end; on a phone the picture is a strip above. */
export function Frame(props: { children: JSX.Element }) {
  return (
    <div class="h-full grid grid-rows-[auto_1fr] md:(grid-rows-1 grid-cols-[minmax(0,1fr)_minmax(30rem,0.82fr)]) bg-bg-2 overflow-y-auto">
      <aside class="relative overflow-hidden bg-bg-0 flex flex-col justify-between p-5 md:p-12 min-h-36">
        <Art />
        <span class="relative">
          <Wordmark size={34} />
        </span>
        <div class="relative hidden md:flex flex-col gap-3 max-w-115">
          <p class="text-[2.625rem] leading-[1.08] font-bold tracking-[-0.035em] text-fg-0 text-balance">
            {t("welcome.tagline")}
          </p>
          <p class="text-[1.0625rem] leading-7 text-fg-1 text-balance">{t("welcome.taglineText")}</p>
        </div>
      </aside>
      <main class="flex flex-col px-6 py-8 md:px-14 md:overflow-y-auto">
        <div class="w-full max-w-100 m-auto py-4">{props.children}</div>
        <LanguagePicker />
      </main>
    </div>
  );
}

function LanguagePicker() {
  const app = useApp();
  const choose = (wanted: string) => {
    const found = LANGUAGES.find((candidate) => candidate.value === wanted);
    if (found) app.settings.preview({ locale: found.value });
  };
  const current = (): Language => language();
  return (
    <label class="self-center md:self-end flex items-center gap-2 text-sm text-fg-2 hover:text-fg-0">
      <Languages size={16} aria-hidden="true" />
      <span class="sr-only">{t("welcome.language")}</span>
      <select
        class="min-h-8 rounded-sm px-1 cursor-pointer"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <For each={LANGUAGES}>
          {(option) => (
            <option value={option.value} selected={option.value === current()} class="bg-bg-float text-fg-0">
              {option.label}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}
