package chat.parley.bot.event;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.List;

/// The table `application_letters`.
public final class EventStore {
    private final Database database;

    public EventStore(Database database) {
        this.database = database;
    }

    /// What is on its way.
    record Letter(EntityId id, UserId application, String body, int attempts) {}

    void post(Letter it, Instant at) {
        database.change("""
                insert into application_letters (id, application, body, next_at)
                select ?, id, ?, ? from applications where id = ?""", it.id(), it.body(), at, it.application());
    }

    List<Letter> due(Instant now, int limit) {
        return database.list(
                "select * from application_letters where next_at <= ? order by next_at limit ?",
                row -> new Letter(
                        new EntityId(row.number("id")),
                        new UserId(row.number("application")),
                        row.text("body"),
                        row.integer("attempts")),
                now,
                limit);
    }

    void later(EntityId id, Instant next) {
        database.change("update application_letters set attempts = attempts + 1, next_at = ? where id = ?", next, id);
    }

    void over(EntityId id) {
        database.change("delete from application_letters where id = ?", id);
    }

    void allOver(UserId application) {
        database.change("delete from application_letters where application = ?", application);
    }
}
