package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import chat.parley.channel.trait.ThreadState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Threads and their members, as they are stored.
public final class ThreadStore {
    private final Database database;

    ThreadStore(Database database) {
        this.database = database;
    }

    List<ThreadTable.Entry> active(GuildId guild) {
        return withMembers(database.list(
                "SELECT * FROM threads WHERE guild = ? AND NOT archived ORDER BY id", ThreadStore::thread, guild));
    }

    List<ThreadTable.Entry> all(Collection<ChannelId> ids) {
        return withMembers(database.list("SELECT * FROM threads WHERE id = ANY (?)", ThreadStore::thread, (Object)
                ids.stream().mapToLong(ChannelId::value).toArray()));
    }

    Optional<GuildId> guildOf(ChannelId id) {
        return database.first("SELECT guild FROM threads WHERE id = ?", row -> new GuildId(row.number("guild")), id);
    }

    void save(Channel channel) {
        var thread = channel.thread();
        if (thread == null) {
            throw new IllegalArgumentException("No thread: " + channel.id());
        }
        database.change(
                """
                INSERT INTO threads (id, guild, parent, kind, name, slowmode_s, owner, archived, locked, invitable,
                    auto_archive_min, changed_at, created_at, pinned, tags)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint[])
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, slowmode_s = excluded.slowmode_s,
                    archived = excluded.archived, locked = excluded.locked, invitable = excluded.invitable,
                    auto_archive_min = excluded.auto_archive_min, changed_at = excluded.changed_at,
                    pinned = excluded.pinned, tags = excluded.tags
                """,
                channel.id(),
                channel.guild(),
                channel.parent(),
                channel.kind(),
                channel.name(),
                channel.details().slowmodeS(),
                thread.owner(),
                thread.archived(),
                thread.locked(),
                thread.invitable(),
                thread.autoArchiveMin(),
                thread.changedAt(),
                thread.createdAt(),
                thread.pinned(),
                thread.tags().stream().mapToLong(it -> it).toArray());
    }

    void delete(ChannelId id) {
        database.change("DELETE FROM threads WHERE id = ?", id);
    }

    void join(ChannelId thread, UserId user, Instant at) {
        database.change("""
                INSERT INTO thread_members (thread, user_id, joined_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, thread, user, at);
    }

    void leave(ChannelId thread, UserId user) {
        database.change("DELETE FROM thread_members WHERE thread = ? AND user_id = ?", thread, user);
    }

    static void deleteAll(Sql sql, GuildId guild) throws SQLException {
        sql.change("DELETE FROM threads WHERE guild = ?", guild);
    }

    /// Archived threads of a channel, archived last first.
    ///
    /// @param before only those that were archived earlier
    public List<ChannelId> of(ChannelId parent, boolean hidden, @Nullable Instant before, int limit) {
        // Said outright, because each of the two has an index of its own.
        String kind = hidden ? "kind = 'PRIVATE_THREAD'" : "kind <> 'PRIVATE_THREAD'";
        return database.list(
                "SELECT id FROM threads WHERE parent = ? AND archived AND " + kind
                        + " AND changed_at < coalesce(?::timestamptz, 'infinity') ORDER BY changed_at DESC, id DESC LIMIT ?",
                row -> new ChannelId(row.number("id")),
                parent,
                before,
                limit);
    }

    /// What is looked for.
    ///
    /// @param name a part of it, empty for any
    /// @param every whether all of the tags are wanted, or any of them
    public record Sought(String name, List<Long> tags, boolean every) {
        public boolean fits(Collection<Long> others) {
            return tags.isEmpty()
                    || (every ? others.containsAll(tags) : tags.stream().anyMatch(others::contains));
        }

        private String pattern() {
            return "%" + name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        }

        private long[] numbers() {
            return tags.stream().mapToLong(it -> it).toArray();
        }
    }

    /// Whose private threads are found, too.
    ///
    /// @param user a member of them
    /// @param all those of others as well
    public record Reader(UserId user, boolean all) {}

    private static final String FITTING = """
            FROM threads
            WHERE parent = ? AND archived AND name ILIKE ?
                AND (cardinality(?::bigint[]) = 0 OR CASE WHEN ? THEN tags @> ? ELSE tags && ? END)
                AND (kind <> 'PRIVATE_THREAD' OR ?
                    OR EXISTS (SELECT FROM thread_members m WHERE m.thread = threads.id AND m.user_id = ?))
            """;

    /// Archived threads of a channel, the newest first or last.
    public List<ChannelId> find(
            ChannelId parent, Sought sought, Reader reader, boolean byStart, boolean ascending, int limit, int offset) {
        String way = ascending ? "" : " DESC";
        String order = byStart ? "id" + way : "changed_at" + way + ", id" + way;
        var tags = sought.numbers();
        return database.list(
                "SELECT id " + FITTING + " ORDER BY " + order + " LIMIT ? OFFSET ?",
                row -> new ChannelId(row.number("id")),
                parent,
                sought.pattern(),
                tags,
                sought.every(),
                tags,
                tags,
                reader.all(),
                reader.user(),
                limit,
                offset);
    }

    public int count(ChannelId parent, Sought sought, Reader reader) {
        var tags = sought.numbers();
        return database.first(
                        "SELECT count(*) AS found " + FITTING,
                        row -> row.integer("found"),
                        parent,
                        sought.pattern(),
                        tags,
                        sought.every(),
                        tags,
                        tags,
                        reader.all(),
                        reader.user())
                .orElse(0);
    }

    /// Archived private threads of a channel that the user is a member of, newest first.
    public List<ChannelId> joined(ChannelId parent, UserId user, @Nullable ChannelId before, int limit) {
        return database.list(
                """
                SELECT t.id FROM threads t JOIN thread_members m ON m.thread = t.id AND m.user_id = ?
                WHERE t.parent = ? AND t.archived AND t.kind = 'PRIVATE_THREAD' AND t.id < ?
                ORDER BY t.id DESC LIMIT ?
                """,
                row -> new ChannelId(row.number("id")),
                user,
                parent,
                before == null ? Long.MAX_VALUE : before.value(),
                limit);
    }

    /// All active threads of all guilds whose state is older than their time.
    public List<ChannelId> aging(Instant now) {
        return database.list("""
                SELECT id FROM threads
                WHERE NOT archived AND changed_at < ?::timestamptz - make_interval(mins => auto_archive_min)
                """, row -> new ChannelId(row.number("id")), now);
    }

    List<ChannelId> of(UserId user, GuildId guild) {
        return database.list("""
                SELECT t.id FROM thread_members m JOIN threads t ON t.id = m.thread WHERE m.user_id = ? AND t.guild = ?
                """, row -> new ChannelId(row.number("id")), user, guild);
    }

    List<ChannelId> under(ChannelId parent) {
        return database.list("SELECT id FROM threads WHERE parent = ?", row -> new ChannelId(row.number("id")), parent);
    }

    private List<ThreadTable.Entry> withMembers(List<Channel> threads) {
        if (threads.isEmpty()) {
            return List.of();
        }
        var members = new HashMap<Long, Map<UserId, Instant>>();
        database.list(
                "SELECT thread, user_id, joined_at FROM thread_members WHERE thread = ANY (?)",
                row -> members.computeIfAbsent(row.number("thread"), _ -> new HashMap<>())
                        .put(new UserId(row.number("user_id")), row.instant("joined_at")),
                (Object) threads.stream().mapToLong(it -> it.id().value()).toArray());
        return threads.stream()
                .map(it ->
                        new ThreadTable.Entry(it, members.getOrDefault(it.id().value(), Map.of())))
                .toList();
    }

    private static Channel thread(Row row) throws SQLException {
        var state = new ThreadState(
                new UserId(row.number("owner")),
                row.flag("archived"),
                row.flag("locked"),
                row.flag("invitable"),
                row.integer("auto_archive_min"),
                row.instant("changed_at"),
                row.instant("created_at"),
                row.flag("pinned"),
                row.numbers("tags"));
        return new Channel(
                new ChannelId(row.number("id")),
                new GuildId(row.number("guild")),
                Channel.Kind.valueOf(row.text("kind")),
                row.text("name"),
                0,
                new ChannelId(row.number("parent")),
                Channel.Details.PLAIN.slowedTo(row.integer("slowmode_s")),
                List.of(),
                state);
    }
}
