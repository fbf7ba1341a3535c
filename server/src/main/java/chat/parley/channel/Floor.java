package chat.parley.channel;

import chat.parley.guild.GuildSnapshot;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// The channels of one guild in memory, and the last view of them. Written only with the guild's lock held; the
/// view is a cache that any reader may renew.
final class Floor {
    private volatile ChannelTable table;
    private volatile @Nullable View view;
    /// Guarded by the guild's lock: the database failed in the middle of a change, so memory may lag behind it.
    private boolean doubtful;

    Floor(ChannelTable loaded) {
        this.table = loaded;
    }

    ChannelTable table() {
        return table;
    }

    void become(ChannelTable next) {
        table = next;
        doubtful = false;
    }

    boolean doubtful() {
        return doubtful;
    }

    void doubt() {
        doubtful = true;
    }

    /// Who may do what, with the guild as given. The permissions that were computed before are kept as long as the
    /// rules are the same: somebody who joins or changes their nickname costs nothing.
    View view(GuildSnapshot guild, Clock clock) {
        var channels = table;
        var known = view;
        if (known != null && known.isOf(guild, channels)) {
            return known;
        }
        var permissions = known != null && known.table().fits(guild, channels)
                ? known.table()
                : new PermissionTable(guild, channels);
        var next = new View(guild, channels, permissions, clock);
        view = next;
        return next;
    }
}
