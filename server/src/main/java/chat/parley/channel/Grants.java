package chat.parley.channel;

import chat.parley.base.id.RoleId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.guild.GuildAccess;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.util.HashMap;
import java.util.List;

/// The rule that keeps people from giving themselves power through a channel's overwrites: every bit that an
/// overwrite newly grants or takes, or no longer does, must be one that the caller has there. So nobody lifts a
/// denial of what they lack, either.
final class Grants {
    private Grants() {}

    /// @param held the bits that the caller has in the channel, or in its parent when it is new
    /// @param before the overwrites that were there
    /// @param channel with the overwrites that shall be there
    /// @throws Refused with `Forbidden` naming a missing permission, `Unknown` for a role of another guild,
    ///     or `Full`
    static void check(GuildAccess access, long held, List<Overwrite> before, Channel channel) {
        if (channel.overwrites().size() > Limits.OVERWRITES_PER_CHANNEL_MAX) {
            throw new Refused(new Refusal.Full(Thing.OVERWRITE, Limits.OVERWRITES_PER_CHANNEL_MAX));
        }
        var old = new HashMap<Long, Overwrite>();
        before.forEach(it -> old.put(it.target(), it));
        for (var overwrite : channel.overwrites()) {
            var was = old.remove(overwrite.target());
            if (was == null) {
                requireTarget(access, overwrite);
            }
            requireHeld(held, changed(was == null ? NOTHING : was, overwrite));
        }
        old.values().forEach(gone -> requireHeld(held, changed(gone, NOTHING)));
    }

    private static final Overwrite NOTHING = new Overwrite(Overwrite.Kind.ROLE, 0, 0, 0);

    private static long changed(Overwrite before, Overwrite after) {
        return (before.allow() ^ after.allow()) | (before.deny() ^ after.deny());
    }

    private static void requireHeld(long held, long bits) {
        long lacking = bits & Permissions.ALL & ~held;
        for (var permission : Permission.values()) {
            if (permission.in(lacking)) {
                throw Refusal.forbidden(permission.name());
            }
        }
    }

    private static void requireTarget(GuildAccess access, Overwrite overwrite) {
        if (overwrite.kind() == Overwrite.Kind.ROLE && access.snapshot().role(new RoleId(overwrite.target())) == null) {
            throw Refusal.unknown(Thing.ROLE);
        }
    }
}
