import { type JSX, Match, type Resource, Switch } from "solid-js";
import { t } from "~/i18n";
import { Button } from "~/ui/Button";
import { Skeleton } from "~/ui/Skeleton";
import { FormError } from "../form/FormError";
import { refusalText } from "../form/refusalTexts";

/** What depends on an answer of the server: grey shapes before it, the way to try again after a refusal. */
export function Loaded(props: { resource: Resource<unknown>; onRetry(): void; children: JSX.Element }) {
  return (
    <Switch>
      <Match when={props.resource.error}>
        <div class="flex flex-col gap-4 items-start">
          <FormError text={refusalText(props.resource.error)} />
          <Button onClick={() => props.onRetry()}>{t("common.retry")}</Button>
        </div>
      </Match>
      <Match when={props.resource.state === "pending"}>
        <div class="flex flex-col gap-3" role="status" aria-label={t("common.loading")}>
          <Skeleton class="h-16 w-full" />
          <Skeleton class="h-16 w-full" />
          <Skeleton class="h-16 w-2/3" />
        </div>
      </Match>
      <Match when={true}>{props.children}</Match>
    </Switch>
  );
}
