package chat.parley.channel.invite;

import chat.parley.account.Caller;
import chat.parley.guild.Invite;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of invites. They have no id, so their code is among the changes.
final class InviteDeeds {
    private InviteDeeds() {}

    static Deed created(Caller caller, Invite invite) {
        return Deed.of(caller, invite.guild(), DeedKind.INVITE_CREATE, null).changing(changes(null, invite));
    }

    static Deed deleted(Caller caller, Invite invite) {
        return Deed.of(caller, invite.guild(), DeedKind.INVITE_DELETE, null).changing(changes(invite, null));
    }

    private static Changes<Invite> changes(@Nullable Invite before, @Nullable Invite after) {
        return Changes.between(before, after)
                .tell("code", Invite::code)
                .tell("channel_id", Invite::channel)
                .tell("inviter_id", Invite::inviter)
                .tell("uses", Invite::uses)
                .tell("max_uses", Invite::maxUses)
                .tell("max_age", Invite::maxAgeS)
                .tell("temporary", Invite::temporary);
    }
}
