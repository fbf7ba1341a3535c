package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import chat.parley.channel.trait.Forum;
import chat.parley.channel.trait.Lifespan;
import chat.parley.channel.trait.ThreadDefaults;
import chat.parley.permission.Overwrite;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Channels with their overwrites, as they are stored.
final class ChannelStore {
    private final Database database;

    ChannelStore(Database database) {
        this.database = database;
    }

    List<Channel> load(GuildId guild) {
        return database.transaction(sql -> {
            var overwrites = new HashMap<Long, List<Overwrite>>();
            sql.list(
                    """
                            SELECT o.* FROM channel_overwrites o JOIN channels c ON c.id = o.channel
                            WHERE c.guild = ? ORDER BY o.target
                            """,
                    row -> overwrites
                            .computeIfAbsent(row.number("channel"), _ -> new ArrayList<>())
                            .add(overwrite(row)),
                    guild);
            return sql.list(
                    "SELECT * FROM channels WHERE guild = ?",
                    row -> channel(row, overwrites.getOrDefault(row.number("id"), List.of())),
                    guild);
        });
    }

    Optional<GuildId> guildOf(ChannelId id) {
        return database.first("SELECT guild FROM channels WHERE id = ?", row -> new GuildId(row.number("guild")), id);
    }

    /// Those that are to go when they are empty.
    List<ChannelId> temporary() {
        return database.list(
                "SELECT id FROM channels WHERE lifespan = 'TEMPORARY'", row -> new ChannelId(row.number("id")));
    }

    /// Writes channels as they are now, new ones and known ones alike, together.
    void save(Collection<Channel> channels) {
        database.transaction(sql -> {
            for (var channel : channels) {
                save(sql, channel);
            }
            return true;
        });
    }

    static void save(Sql sql, Channel channel) throws SQLException {
        var details = channel.details();
        sql.change(
                """
                INSERT INTO channels (id, guild, kind, name, position, parent, topic, nsfw, slowmode_s, bitrate, user_limit,
                    thread_archive_min, thread_slowmode_s, forum, lifespan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name,
                    position = excluded.position, parent = excluded.parent, topic = excluded.topic,
                    nsfw = excluded.nsfw, slowmode_s = excluded.slowmode_s, bitrate = excluded.bitrate,
                    user_limit = excluded.user_limit, thread_archive_min = excluded.thread_archive_min,
                    thread_slowmode_s = excluded.thread_slowmode_s, forum = excluded.forum,
                    lifespan = excluded.lifespan
                """,
                channel.id(),
                channel.guild(),
                channel.kind(),
                channel.name(),
                channel.position(),
                channel.parent(),
                details.topic(),
                details.nsfw(),
                details.slowmodeS(),
                details.bitrate(),
                details.userLimit(),
                details.threads().autoArchiveMin(),
                details.threads().slowmodeS(),
                details.forum() == null ? null : Json.text(details.forum()),
                details.lifespan());
        sql.change("DELETE FROM channel_overwrites WHERE channel = ?", channel.id());
        for (var overwrite : channel.overwrites()) {
            sql.change(
                    "INSERT INTO channel_overwrites (channel, target, kind, allow, deny) VALUES (?, ?, ?, ?, ?)",
                    channel.id(),
                    overwrite.target(),
                    overwrite.kind(),
                    overwrite.allow(),
                    overwrite.deny());
        }
    }

    /// Deletes one channel and writes those that moved because of it.
    void delete(ChannelId id, Collection<Channel> moved) {
        database.transaction(sql -> {
            sql.change("DELETE FROM channels WHERE id = ?", id);
            for (var channel : moved) {
                save(sql, channel);
            }
            return true;
        });
    }

    static void deleteAll(Sql sql, GuildId guild) throws SQLException {
        sql.change("DELETE FROM channels WHERE guild = ?", guild);
    }

    /// A role's id names it in all of the program, so no other guild's channels are touched.
    static void deleteOverwrites(Sql sql, RoleId role) throws SQLException {
        sql.change("DELETE FROM channel_overwrites WHERE target = ? AND kind = 'ROLE'", role);
    }

    private static Channel channel(Row row, List<Overwrite> overwrites) throws SQLException {
        var parent = row.numberOrNull("parent");
        return new Channel(
                new ChannelId(row.number("id")),
                new GuildId(row.number("guild")),
                Channel.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.integer("position"),
                parent == null ? null : new ChannelId(parent),
                new Channel.Details(
                        row.textOrNull("topic"),
                        row.flag("nsfw"),
                        row.integer("slowmode_s"),
                        row.integer("bitrate"),
                        row.integer("user_limit"),
                        threads(row),
                        forum(row),
                        Lifespan.valueOf(row.text("lifespan"))),
                overwrites);
    }

    private static ThreadDefaults threads(Row row) throws SQLException {
        var minutes = row.numberOrNull("thread_archive_min");
        int slowmodeS = row.integer("thread_slowmode_s");
        return minutes == null && slowmodeS == 0
                ? ThreadDefaults.NONE
                : new ThreadDefaults(minutes == null ? null : minutes.intValue(), slowmodeS);
    }

    private static @Nullable Forum forum(Row row) throws SQLException {
        String json = row.textOrNull("forum");
        return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), Forum.class);
    }

    private static Overwrite overwrite(Row row) throws SQLException {
        return new Overwrite(
                Overwrite.Kind.valueOf(row.text("kind")),
                row.number("target"),
                row.number("allow"),
                row.number("deny"));
    }
}
