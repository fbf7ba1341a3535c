import ExternalLink from "lucide-solid/icons/external-link";
import { Show } from "solid-js";
import { emojiUrl } from "~/api/cdn";
import type { Component } from "~/api/components";
import type { Message } from "~/api/types";
import { safeHref } from "~/markdown/links";
import { useApp } from "~/state/app";
import { Button, type ButtonKind } from "~/ui/Button";
import { createDeed } from "../form/createDeed";
import { targetOf } from "./target";

const KINDS: Record<number, ButtonKind> = { 1: "primary", 2: "secondary", 3: "primary", 4: "danger" };
const LINK = 5;
const SUCCESS = 3;

/** A button of a message: it tells the application, or leads to a page. */
export function ButtonComponent(props: { message: Message; it: Component }) {
  const app = useApp();
  const attempt = createDeed();
  const id = () => props.it.custom_id ?? "";
  const press = () =>
    attempt(
      app.interactions.press(targetOf(props.message), props.message.id, id(), {
        component_type: props.it.type,
      }),
    );
  const face = () => (
    <>
      <Show when={props.it.emoji?.name && !props.it.emoji.id}>
        <span class="emoji" aria-hidden={props.it.label ? "true" : undefined}>
          {props.it.emoji?.name}
        </span>
      </Show>
      <Show when={props.it.emoji?.id ? props.it.emoji : undefined}>
        {(emoji) => (
          <img src={emojiUrl(emoji())} alt={props.it.label ? "" : (emoji().name ?? "")} class="w-5 h-5" />
        )}
      </Show>
      {props.it.label}
    </>
  );
  return (
    <Show
      when={props.it.style !== LINK}
      fallback={
        <a
          class="btn btn-secondary btn-sm"
          href={safeHref(props.it.url ?? "")}
          target="_blank"
          rel="noopener noreferrer nofollow"
        >
          {face()}
          <ExternalLink size={14} aria-hidden="true" />
        </a>
      }
    >
      <Button
        size="sm"
        kind={KINDS[props.it.style ?? 2]}
        class={props.it.style === SUCCESS ? "bg-ok!" : ""}
        disabled={props.it.disabled === true}
        busy={app.interactions.busy(props.message.id, id())}
        onClick={press}
      >
        {face()}
      </Button>
    </Show>
  );
}
