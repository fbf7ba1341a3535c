package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database.Sql;
import chat.parley.channel.Channel.Kind;
import chat.parley.guild.Premises;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `guild` asks of channels when guilds are founded and razed and roles deleted.
public final class Furnishing implements Premises {
    private final Channels channels;
    private final Snowflakes ids;

    public Furnishing(Channels channels, Snowflakes ids) {
        this.channels = channels;
        this.ids = ids;
    }

    @Override
    public ChannelId furnish(Sql sql, GuildId guild) throws SQLException {
        var written = stored(sql, guild, Kind.CATEGORY, "Text Channels", 0, null);
        var spoken = stored(sql, guild, Kind.CATEGORY, "Voice Channels", 1, null);
        var general = stored(sql, guild, Kind.TEXT, "general", 0, written);
        stored(sql, guild, Kind.VOICE, "General", 0, spoken);
        return general;
    }

    /// Stores the channels that a guild begins with when they are planned.
    public static void place(Sql sql, Iterable<Channel> planned) throws SQLException {
        for (var channel : planned) {
            ChannelStore.save(sql, channel);
        }
    }

    @Override
    public Runnable raze(Sql sql, GuildId guild) throws SQLException {
        ThreadStore.deleteAll(sql, guild);
        ChannelStore.deleteAll(sql, guild);
        return () -> channels.forget(guild);
    }

    @Override
    public Runnable forget(Sql sql, GuildId guild, RoleId role) throws SQLException {
        ChannelStore.deleteOverwrites(sql, role);
        return () -> {
            var events = new ArrayList<ChannelEvent>();
            var changed = new ArrayList<Channel>();
            var table = channels.floor(guild).table();
            for (var before : table.list()) {
                if (before.overwrite(role.value()) != null) {
                    var after = before.with(before.overwrites().stream()
                            .filter(it -> it.target() != role.value())
                            .toList());
                    changed.add(after);
                    events.add(new ChannelEvent.Updated(before, after));
                }
            }
            if (!changed.isEmpty()) {
                channels.become(guild, table.with(changed), events);
            }
        };
    }

    @Override
    public boolean has(GuildId guild, ChannelId id, boolean voice) {
        var channel = channels.floor(guild).table().find(id);
        return channel != null
                && channel.kind().row() == (voice ? Kind.Row.SPOKEN : Kind.Row.WRITTEN)
                && channel.kind().holdsMessages();
    }

    private ChannelId stored(Sql sql, GuildId guild, Kind kind, String name, int position, @Nullable ChannelId parent)
            throws SQLException {
        var channel = new Channel(
                new ChannelId(ids.next()), guild, kind, name, position, parent, Channel.Details.PLAIN, List.of());
        ChannelStore.save(sql, channel);
        return channel.id();
    }
}
