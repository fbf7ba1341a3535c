package chat.parley.bot.outgoing;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import chat.parley.bot.outgoing.Letter.State;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tables `outgoing_hooks` and `outgoing_letters`.
public final class OutgoingStore {
    private final Database database;

    public OutgoingStore(Database database) {
        this.database = database;
    }

    List<OutgoingHook> all() {
        return database.list("select * from outgoing_hooks", OutgoingStore::hook);
    }

    List<OutgoingHook> in(GuildId guild) {
        return database.list("select * from outgoing_hooks where guild = ? order by id", OutgoingStore::hook, guild);
    }

    Optional<OutgoingHook> find(EntityId id) {
        return database.first("select * from outgoing_hooks where id = ?", OutgoingStore::hook, id);
    }

    void save(OutgoingHook it, Instant now) {
        database.change("""
                insert into outgoing_hooks (id, guild, url, secret, events, creator, created_at)
                values (?, ?, ?, ?, ?::text[], ?, ?)
                on conflict (id) do update set url = excluded.url, events = excluded.events,
                    secret = excluded.secret""", it.id(), it.guild(), it.url(), it.secret(), it.events(), it.creator(), now);
    }

    void delete(EntityId id) {
        database.change("delete from outgoing_hooks where id = ?", id);
    }

    void post(Letter it, Instant now) {
        database.change("""
                insert into outgoing_letters (id, hook, event, body, next_at, created_at)
                select ?, id, ?, ?, ?, ? from outgoing_hooks where id = ?""", it.id(), it.event(), it.body(), now, now, it.hook());
    }

    List<Letter> due(Instant now, int limit) {
        return database.list(
                "select * from outgoing_letters where not dead and not taken and next_at <= ? order by next_at limit ?",
                OutgoingStore::letter,
                now,
                limit);
    }

    List<Letter> dead(EntityId hook, int limit) {
        return database.list(
                "select * from outgoing_letters where hook = ? and dead order by id desc limit ?",
                OutgoingStore::letter,
                hook,
                limit);
    }

    /// The newest of all, whatever became of them.
    List<Letter> latest(EntityId hook, int limit) {
        return database.list(
                "select * from outgoing_letters where hook = ? order by id desc limit ?",
                OutgoingStore::letter,
                hook,
                limit);
    }

    void taken(EntityId letter, String outcome) {
        database.change(
                "update outgoing_letters set taken = true, attempts = attempts + 1, failure = ? where id = ?",
                outcome,
                letter);
    }

    void forgetTaken(Instant before) {
        database.change("delete from outgoing_letters where taken and created_at < ?", before);
    }

    void failed(EntityId letter, String failure, Instant next, boolean dead) {
        database.change(
                "update outgoing_letters set attempts = attempts + 1, failure = ?, next_at = ?, dead = ? where id = ?",
                failure,
                next,
                dead,
                letter);
    }

    /// @return false when there is no such dead letter
    boolean revive(EntityId hook, EntityId letter, Instant now) {
        return database.change("""
                        update outgoing_letters set dead = false, attempts = 0, next_at = ?
                        where id = ? and hook = ? and dead""", now, letter, hook) == 1;
    }

    boolean discard(EntityId hook, EntityId letter) {
        return database.change("delete from outgoing_letters where id = ? and hook = ? and dead", letter, hook) == 1;
    }

    private static OutgoingHook hook(Row row) throws SQLException {
        return new OutgoingHook(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                row.text("url"),
                row.text("secret"),
                row.texts("events"),
                new UserId(row.number("creator")));
    }

    private static Letter letter(Row row) throws SQLException {
        return new Letter(
                new EntityId(row.number("id")),
                new EntityId(row.number("hook")),
                row.text("event"),
                row.text("body"),
                row.flag("dead") ? State.DEAD : row.flag("taken") ? State.TAKEN : State.WAITING,
                row.integer("attempts"),
                row.textOrNull("failure"),
                row.instant("created_at"));
    }
}
