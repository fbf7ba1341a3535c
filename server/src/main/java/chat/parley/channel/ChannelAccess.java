package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;

/// A channel as somebody who may see it does. To hold one is the proof that they may.
///
/// @param bits what the caller may do in the channel, timeouts respected
public record ChannelAccess(Caller caller, Channel channel, GuildSnapshot guild, Member self, long bits) {

    public boolean may(Permission permission) {
        return permission.in(bits);
    }

    /// What is in an archived thread stays as it is until the thread is opened again; only deleting is possible.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unfit` in an archived thread
    public ChannelAccess requiringOpen() {
        if (channel.archived()) {
            throw Refusal.unfit(Why.THREAD_ARCHIVED);
        }
        return this;
    }

    /// @throws chat.parley.base.refusal.Refused with `Forbidden` when the caller lacks one of them
    public ChannelAccess requiring(Permission... permissions) {
        for (var permission : permissions) {
            if (!permission.in(bits)) {
                throw Refusal.forbidden(permission.name());
            }
        }
        return this;
    }
}
