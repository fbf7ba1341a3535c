import Copy from "lucide-solid/icons/copy";
import Link from "lucide-solid/icons/link";
import Plus from "lucide-solid/icons/plus";
import Trash from "lucide-solid/icons/trash";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Id, Invite } from "~/api/types";
import { t } from "~/i18n";
import { distanceText, momentText } from "~/i18n/dates";
import { useApp } from "~/state/app";
import { displayName } from "~/state/members";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { IconButton } from "~/ui/IconButton";
import { useToasts } from "~/ui/Toast";
import { InvitePeople, inviteLink } from "../dialogs/InvitePeople";
import { createAttempt } from "../form/createAttempt";
import { Loaded } from "./Loaded";
import { PageHeader } from "./PageHeader";

interface InviteListProps {
  guild: Id;
  channel?: Id | undefined;
  text: string;
  load(): Promise<Invite[]>;
}

/** The invites of a guild or a channel, to copy, withdraw and make. */
export function InviteList(props: InviteListProps) {
  const app = useApp();
  const toasts = useToasts();
  const { attempt } = createAttempt();
  const [invites, { refetch }] = createResource(() => props.load());
  const [making, make] = createSignal(false);
  const revoke = async (code: string) => {
    if (await attempt(() => app.api.invites.revoke(code), t("settings.inviteRevoked"))) await refetch();
  };
  const copy = async (code: string) => {
    await navigator.clipboard?.writeText(inviteLink(code));
    toasts.show(t("common.copied"), "ok");
  };
  const closeMaking = () => {
    make(false);
    void refetch();
  };
  return (
    <>
      <PageHeader
        title={t("settings.invites")}
        text={props.text}
        action={
          <Button kind="primary" icon={<Plus size={17} />} onClick={() => make(true)}>
            {t("settings.inviteCreate")}
          </Button>
        }
      />
      <Loaded resource={invites} onRetry={refetch}>
        <Show
          when={(invites.latest ?? []).length > 0}
          fallback={
            <EmptyState
              icon={<Link size={28} />}
              title={t("settings.invitesNone")}
              text={t("settings.invitesNoneText")}
            />
          }
        >
          <ul class="card divide-y divide-line">
            <For each={invites.latest}>
              {(invite) => (
                <li class="flex flex-wrap items-center gap-x-6 gap-y-2 ps-4 pe-2 py-3">
                  <div class="flex-1 min-w-40">
                    <p class="font-mono text-[0.9375rem] font-semibold">{invite.code}</p>
                    <p class="hint-text truncate">
                      #{invite.channel?.name}
                      <Show when={displayName(invite.inviter)}>{(name) => ` · ${name()}`}</Show>
                    </p>
                  </div>
                  <dl class="flex gap-6">
                    <Fact
                      name={t("settings.inviteUses")}
                      value={
                        invite.max_uses
                          ? `${invite.uses ?? 0} / ${invite.max_uses}`
                          : String(invite.uses ?? 0)
                      }
                    />
                    <Fact
                      name={t("settings.inviteExpires")}
                      value={invite.expires_at ? distanceText(invite.expires_at) : t("dialogs.never")}
                      title={invite.expires_at ? momentText(invite.expires_at) : undefined}
                    />
                  </dl>
                  <span class="flex">
                    <IconButton
                      label={t("settings.inviteCopyOf", { code: invite.code })}
                      onClick={() => copy(invite.code)}
                    >
                      <Copy size={17} />
                    </IconButton>
                    <IconButton
                      danger
                      label={t("settings.inviteRevokeOf", { code: invite.code })}
                      onClick={() => revoke(invite.code)}
                    >
                      <Trash size={17} />
                    </IconButton>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Loaded>
      <Show when={making()}>
        <InvitePeople guild={props.guild} channel={props.channel} onClose={closeMaking} />
      </Show>
    </>
  );
}

function Fact(props: { name: string; value: string; title?: string | undefined }) {
  return (
    <div class="w-24">
      <dt class="eyebrow">{props.name}</dt>
      <dd class="text-sm tabular-nums" title={props.title}>
        {props.value}
      </dd>
    </div>
  );
}
