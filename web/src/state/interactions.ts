import { createSignal } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { Api } from "~/api/api";
import type { Choice, Command, CommandIndex, Use } from "~/api/bots";
import type { ModalForm } from "~/api/components";
import type { Id } from "~/api/types";
import type { GatewayEvent } from "~/gateway/events";
import { makeNonce } from "./snowflake";

export type Interactions = ReturnType<typeof createInteractions>;

/** What was used and is not answered yet: a button of a message, or a command. */
interface Waiting {
  channel: Id;
  application: Id;
  message?: Id;
  customId?: string;
}

/** What was not answered in time, and how it is asked again. */
export interface Failure {
  /** The application's, when it is known. */
  name: string | undefined;
  again(): Promise<unknown>;
}

const AUTOCOMPLETE = 4;

type Target = Pick<Use, "application_id" | "channel_id" | "guild_id">;

const EMPTY: CommandIndex = { applications: [], application_commands: [] };

/** Commands that can be used here, what was used and waits for its application, and the form that one shows. */
export function createInteractions(api: Api) {
  const [waiting, change] = createStore<Record<string, Waiting>>({});
  const [indices, remember] = createStore<Record<Id, CommandIndex>>({});
  const [form, showForm] = createSignal<ModalForm>();
  const [failure, fail] = createSignal<Failure>();
  const [offered, offer] = createSignal<{ nonce: string; choices: Choice[] }>();
  const loading = new Set<Id>();
  const repeats = new Map<string, () => Promise<unknown>>();

  const forget = (nonce: string | undefined) => {
    if (!nonce) return;
    repeats.delete(nonce);
    change(produce((all) => void delete all[nonce]));
  };
  const nameOf = (one: Waiting) =>
    indices[one.channel]?.applications.find((it) => it.id === one.application)?.name;
  const send = async (
    type: Use["type"],
    target: Target,
    data: unknown,
    about: Partial<Waiting> = {},
  ): Promise<string> => {
    const nonce = makeNonce();
    change(nonce, { channel: target.channel_id, application: target.application_id, ...about });
    if (type !== AUTOCOMPLETE) repeats.set(nonce, () => send(type, target, data, about));
    const message = about.message ? { message_id: about.message } : {};
    try {
      await api.bots.use({ type, ...target, ...message, nonce, data });
    } catch (refusal) {
      forget(nonce);
      throw refusal;
    }
    return nonce;
  };

  const apply = (event: GatewayEvent) => {
    switch (event.t) {
      case "INTERACTION_SUCCESS":
        return forget(event.d.nonce);
      case "INTERACTION_FAILURE": {
        const missed = event.d.nonce ? waiting[event.d.nonce] : undefined;
        const again = event.d.nonce ? repeats.get(event.d.nonce) : undefined;
        if (missed && again) fail({ name: nameOf(missed), again });
        return forget(event.d.nonce);
      }
      case "APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE":
        return event.d.nonce ? offer({ nonce: event.d.nonce, choices: event.d.choices }) : undefined;
      case "INTERACTION_MODAL_CREATE":
        // Only the window in which it was asked for shows it.
        if (!event.d.nonce || waiting[event.d.nonce]) showForm(event.d);
        return forget(event.d.nonce);
      case "GUILD_APPLICATION_COMMAND_INDEX_UPDATE":
      case "READY":
        return remember(reconcile({}));
      default:
        return;
    }
  };

  return {
    apply,
    form,
    closeForm: () => showForm(undefined),
    /** What was used last without an answer in time. */
    failure,
    forgive: () => fail(undefined),
    /** The newest choices for an option that is being written. */
    offered,
    busy: (message: Id, customId: string): boolean =>
      Object.values(waiting).some((one) => one.message === message && one.customId === customId),
    index: (channel: Id): CommandIndex => indices[channel] ?? EMPTY,
    /** Asks once for each channel, and again after something changed. */
    load: async (channel: Id): Promise<void> => {
      if (indices[channel] || loading.has(channel)) return;
      loading.add(channel);
      try {
        remember(channel, await api.bots.commands(channel));
      } finally {
        loading.delete(channel);
      }
    },
    run: (target: Target, command: Command, data: Record<string, unknown>) =>
      send(2, target, { id: command.id, name: command.name, type: command.type, ...data }),
    complete: (target: Target, command: Command, options: unknown) =>
      send(4, target, { id: command.id, name: command.name, type: command.type, options }),
    press: (target: Target, message: Id, customId: string, data: Record<string, unknown>) =>
      send(3, target, { custom_id: customId, ...data }, { message, customId }),
    submit: (target: Target, from: ModalForm, data: Record<string, unknown>) =>
      send(5, target, { id: from.id, custom_id: from.custom_id, ...data }),
  };
}
