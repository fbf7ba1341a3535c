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
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Hot path. The bits of every member in every channel of a guild, for one state of its roles, owner and
/// channels; any change of those makes a new table.
///
/// Members with the same roles may do the same wherever no overwrite names them, so there is one row of bits (8
/// bytes a channel) for each *set of roles* that somebody holds, and a row of their own only for members whom
/// an overwrite names. A row is computed when it is first asked for; afterwards a check is one hash look-up and
/// one array read. 50,000 members with 100 different sets of roles in 500 channels take 0.4 MB.
final class PermissionTable {
    /// 16 MB of bits in one kind of rows: 10,000 different sets of roles in 200 channels.
    private static final int CELLS_MAX = 1 << 21;

    private final RoleTable roles;
    /// Absent in a conversation, where nobody may do everything.
    private final @Nullable UserId owner;
    private final ChannelTable channels;
    private final Set<Long> named = new HashSet<>();
    private final Rows inChannels;
    private final Rows inThreads;

    private record Named(UserId user, List<RoleId> roles) {}

    PermissionTable(GuildSnapshot guild, ChannelTable channels) {
        this(guild, channels, CELLS_MAX);
    }

    /// @param cellsMax how many bit sets each kind of rows may keep
    PermissionTable(GuildSnapshot guild, ChannelTable channels, int cellsMax) {
        this.roles = guild.roles();
        this.owner = owner(guild);
        this.channels = channels;
        this.inChannels = new Rows(false, cellsMax);
        this.inThreads = new Rows(true, cellsMax);
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
        return member.user().equals(owner) ? Permissions.ALL : inChannels.bits(member, channel);
    }

    /// What the member may do in the threads of the channel at the index, private ones and timeouts left aside.
    long bitsInThreads(Member member, int channel) {
        return member.user().equals(owner) ? Permissions.ALL : inThreads.bits(member, channel);
    }

    private static @Nullable UserId owner(GuildSnapshot guild) {
        return guild.isPrivate() ? null : guild.guild().owner();
    }

    /// Nothing is computed for threads before somebody asks.
    private final class Rows {
        private final ConcurrentHashMap<List<RoleId>, long[]> shared = new ConcurrentHashMap<>();
        private final ConcurrentHashMap<Named, long[]> own = new ConcurrentHashMap<>();
        private final boolean threads;
        private final int cellsMax;
        /// Answers that found no room since the rows were last forgotten.
        private final AtomicInteger unkept = new AtomicInteger();

        Rows(boolean threads, int cellsMax) {
            this.threads = threads;
            this.cellsMax = cellsMax;
        }

        long bits(Member member, int channel) {
            return named.contains(member.user().value())
                    ? bits(own, new Named(member.user(), member.roles()), member, channel)
                    : bits(shared, member.roles(), member, channel);
        }

        private <K> long bits(ConcurrentHashMap<K, long[]> rows, K key, Member member, int channel) {
            var row = rows.get(key);
            if (row != null) {
                return row[channel];
            }
            int cells = channels.list().size();
            if (rows.mappingCount() * cells < cellsMax) {
                return rows.computeIfAbsent(key, _ -> computed(new Asker(member)))[channel];
            }
            // Full: one cell is computed alone. Rows that nobody asks for any more make room in the end, when this has
            // cost as much as to compute them all again.
            if (unkept.incrementAndGet() > cellsMax) {
                unkept.set(0);
                rows.clear();
            }
            return new Asker(member).bits(channels.list().get(channel), threads);
        }

        private long[] computed(Asker asker) {
            var row = new long[channels.list().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = asker.bits(channels.list().get(i), threads);
            }
            return row;
        }
    }

    /// Whose rights are computed.
    private final class Asker {
        private final long user;
        private final long inGuild;
        private final Set<Long> held = new HashSet<>();

        Asker(Member member) {
            this.user = member.user().value();
            this.inGuild = Permissions.inGuild(roles.everyone().permissions(), roles.granted(member.roles()));
            member.roles().forEach(role -> held.add(role.value()));
        }

        long bits(Channel channel, boolean threads) {
            long everyone = roles.everyone().id().value();
            return threads
                    ? Permissions.inThread(inGuild, channel.overwrites(), everyone, held::contains, user)
                    : Permissions.inChannel(
                            inGuild, channel.overwrites(), everyone, held::contains, user, spoken(channel));
        }
    }

    private static boolean spoken(Channel channel) {
        return channel.kind().row() == Channel.Kind.Row.SPOKEN;
    }
}
