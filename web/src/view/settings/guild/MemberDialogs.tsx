import { Match, Switch } from "solid-js";
import type { Id } from "~/api/types";
import { Ban, Kick } from "../../dialogs/Moderate";
import type { MemberDeed } from "../../dialogs/memberMenu";
import { Nickname } from "../../dialogs/Nickname";
import { Report } from "../../dialogs/Report";
import { Timeout } from "../../dialogs/Timeout";

export interface MemberDialog {
  kind: MemberDeed;
  user: Id;
}

/** The dialogs about a member, above the settings instead of in their place. */
export function MemberDialogs(props: { guild: Id; open: MemberDialog | undefined; onClose(): void }) {
  const about = (kind: MemberDialog["kind"]) => (props.open?.kind === kind ? props.open.user : undefined);
  return (
    <Switch>
      <Match when={about("nickname")} keyed>
        {(user) => <Nickname guild={props.guild} user={user} onClose={props.onClose} />}
      </Match>
      <Match when={about("timeout")} keyed>
        {(user) => <Timeout guild={props.guild} user={user} onClose={props.onClose} />}
      </Match>
      <Match when={about("report")} keyed>
        {(user) => <Report guild={props.guild} user={user} onClose={props.onClose} />}
      </Match>
      <Match when={about("kick")} keyed>
        {(user) => <Kick guild={props.guild} user={user} onClose={props.onClose} />}
      </Match>
      <Match when={about("ban")} keyed>
        {(user) => <Ban guild={props.guild} user={user} onClose={props.onClose} />}
      </Match>
    </Switch>
  );
}
