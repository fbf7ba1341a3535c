package chat.parley.channel;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.guild.RoleTable;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permissions;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Hot path. The bits of every member in every channel of a guild, for one state of its roles, owner and
/// channels; any change of those makes a new table.
///
/// Members with the same roles may do the same wherever no overwrite names them, so there is one row of bits (8
/// bytes a channel) for each *set of roles* that somebody holds, and a row of their own only for members whom
/// an overwrite names. A row is computed when it is first asked for; afterwards a check is one hash look-up and
/// one array read. 50,000 members with 100 different sets of roles in 500 channels take 0.4 MB.
final class PermissionTable {
    /// More rows than that are forgotten together and computed again.
    private static final int ROWS_MAX = 4_096;

    private final RoleTable roles;
    /// Absent in a conversation, where nobody may do everything.
    private final @Nullable UserId owner;
    private final ChannelTable channels;
    private final Set<Long> named = new HashSet<>();
    private final Rows inChannels = new Rows(false);
    private final Rows inThreads = new Rows(true);

    private record Named(UserId user, List<RoleId> roles) {}

    PermissionTable(GuildSnapshot guild, ChannelTable channels) {
        this.roles = guild.roles();
        this.owner = owner(guild);
        this.channels = channels;
        for (var channel : channels.list()) {
            for (var overwrite : channel.overwrites()) {
                if (overwrite.kind() == Overwrite.Kind.MEMBER) {
                    named.add(overwrite.target());
                }
            }
        }
    }

    boolean fits(GuildSnapshot guild, ChannelTable others) {
        return channels == others && roles == guild.roles() && Objects.equals(owner, owner(guild));
    }

    /// How many rows have been computed, for channels and for threads.
    int rows() {
        return inChannels.shared.size() + inChannels.own.size() + inThreads.shared.size() + inThreads.own.size();
    }

    /// What the member may do in the channel at the index, timeouts left aside.
    long bits(Member member, int channel) {
        return member.user().equals(owner) ? Permissions.ALL : inChannels.of(member)[channel];
    }

    /// What the member may do in the threads of the channel at the index, private ones and timeouts left aside.
    long bitsInThreads(Member member, int channel) {
        return member.user().equals(owner) ? Permissions.ALL : inThreads.of(member)[channel];
    }

    private static @Nullable UserId owner(GuildSnapshot guild) {
        return guild.isPrivate() ? null : guild.guild().owner();
    }

    /// Nothing is computed for threads before somebody asks.
    private final class Rows {
        private final ConcurrentHashMap<List<RoleId>, long[]> shared = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<Named, long[]> own = new ConcurrentHashMap<>();
        private final boolean threads;

        Rows(boolean threads) {
            this.threads = threads;
        }

        long[] of(Member member) {
            if (named.contains(member.user().value())) {
                forgetMany(own);
                return own.computeIfAbsent(new Named(member.user(), member.roles()), _ -> computed(member, threads));
            }
            forgetMany(shared);
            return shared.computeIfAbsent(member.roles(), _ -> computed(member, threads));
        }
    }

    private long[] computed(Member member, boolean threads) {
        long inGuild = Permissions.inGuild(roles.everyone().permissions(), roles.granted(member.roles()));
        var held = new HashSet<Long>();
        member.roles().forEach(role -> held.add(role.value()));
        long everyone = roles.everyone().id().value();
        var row = new long[channels.list().size()];
        for (int i = 0; i < row.length; i++) {
            var channel = channels.list().get(i);
            long user = member.user().value();
            row[i] = threads
                    ? Permissions.inThread(inGuild, channel.overwrites(), everyone, held::contains, user)
                    : Permissions.inChannel(
                            inGuild, channel.overwrites(), everyone, held::contains, user, spoken(channel));
        }
        return row;
    }

    private static boolean spoken(Channel channel) {
        return channel.kind().row() == Channel.Kind.Row.SPOKEN;
    }

    private static void forgetMany(ConcurrentHashMap<?, long[]> rows) {
        if (rows.mappingCount() > ROWS_MAX) {
            rows.clear();
        }
    }
}
