package chat.parley.channel.event;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The SQL of scheduled events.
final class ScheduledEventStore {
    private final Database database;

    ScheduledEventStore(Database database) {
        this.database = database;
    }

    List<ScheduledEvent> of(GuildId guild) {
        return database.list(
                "SELECT * FROM scheduled_events WHERE guild = ? ORDER BY starts_at, id",
                ScheduledEventStore::event,
                guild);
    }

    void save(ScheduledEvent event) {
        var plan = event.plan();
        database.change(
                """
                INSERT INTO scheduled_events
                    (id, guild, creator, kind, status, name, description, channel, location, starts_at, ends_at,
                    image, recurrence, due_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, status = excluded.status, name = excluded.name,
                    description = excluded.description, channel = excluded.channel, location = excluded.location,
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, image = excluded.image,
                    recurrence = excluded.recurrence, due_at = excluded.due_at
                """,
                event.id(),
                event.guild(),
                event.creator(),
                plan.kind(),
                event.status(),
                plan.name(),
                plan.description(),
                plan.channel(),
                plan.location(),
                plan.startsAt(),
                plan.endsAt(),
                plan.image(),
                plan.recurrence() == null ? null : Json.text(plan.recurrence()),
                event.dueAt());
    }

    record Due(EntityId event, GuildId guild) {}

    /// What is to begin or to end by now, the earliest first.
    List<Due> due(Instant now, int limit) {
        return database.list(
                "SELECT id, guild FROM scheduled_events WHERE due_at <= ? ORDER BY due_at LIMIT ?",
                row -> new Due(new EntityId(row.number("id")), new GuildId(row.number("guild"))),
                now,
                limit);
    }

    List<EntityId> in(ChannelId channel) {
        return database.list(
                "SELECT id FROM scheduled_events WHERE channel = ? AND due_at IS NOT NULL",
                row -> new EntityId(row.number("id")),
                channel);
    }

    void forget(GuildId guild, UserId user) {
        database.change("""
                DELETE FROM scheduled_event_users USING scheduled_events
                WHERE user_id = ? AND event = id AND guild = ?
                """, user, guild);
    }

    /// Those of the events that the user is interested in.
    List<EntityId> interesting(UserId user, Collection<EntityId> events) {
        return database.list(
                "SELECT event FROM scheduled_event_users WHERE user_id = ? AND event = ANY (?)",
                row -> new EntityId(row.number("event")),
                user,
                numbers(events));
    }

    void delete(EntityId event) {
        database.change("DELETE FROM scheduled_events WHERE id = ?", event);
    }

    boolean interest(EntityId event, UserId user, boolean now) {
        String sql = now
                ? "INSERT INTO scheduled_event_users (event, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
                : "DELETE FROM scheduled_event_users WHERE event = ? AND user_id = ?";
        return database.change(sql, event, user) > 0;
    }

    List<UserId> interested(EntityId event, UserId after, int limit) {
        return database.list("""
                SELECT user_id FROM scheduled_event_users WHERE event = ? AND user_id > ? ORDER BY user_id LIMIT ?
                """, row -> new UserId(row.number("user_id")), event, after, limit);
    }

    List<UserId> interestedBefore(EntityId event, UserId before, int limit) {
        return database.list("""
                SELECT user_id FROM (
                    SELECT user_id FROM scheduled_event_users WHERE event = ? AND user_id < ?
                    ORDER BY user_id DESC LIMIT ?) AS page
                ORDER BY user_id
                """, row -> new UserId(row.number("user_id")), event, before, limit);
    }

    Map<EntityId, Integer> counts(Collection<EntityId> events) {
        var counts = new HashMap<EntityId, Integer>();
        database.list("""
                SELECT event, count(*) AS users FROM scheduled_event_users WHERE event = ANY (?) GROUP BY event
                """, row -> counts.put(new EntityId(row.number("event")), row.integer("users")), (Object)
                numbers(events));
        return counts;
    }

    private static long[] numbers(Collection<EntityId> ids) {
        return ids.stream().mapToLong(EntityId::value).toArray();
    }

    private static @Nullable Recurrence recurrence(Row row) throws SQLException {
        String json = row.textOrNull("recurrence");
        return json == null ? null : Json.read(json.getBytes(StandardCharsets.UTF_8), Recurrence.class);
    }

    private static ScheduledEvent event(Row row) throws SQLException {
        var channel = row.numberOrNull("channel");
        var plan = new ScheduledEvent.Plan(
                ScheduledEvent.Kind.valueOf(row.text("kind")),
                row.text("name"),
                row.textOrNull("description"),
                channel == null ? null : new ChannelId(channel),
                row.textOrNull("location"),
                row.instant("starts_at"),
                row.instantOrNull("ends_at"),
                row.textOrNull("image"),
                recurrence(row));
        return new ScheduledEvent(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new UserId(row.number("creator")),
                plan,
                ScheduledEvent.Status.valueOf(row.text("status")));
    }
}
