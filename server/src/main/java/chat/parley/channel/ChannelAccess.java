package chat.parley.channel;

import chat.parley.account.Caller;
import chat.parley.base.refusal.Refusal;
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
