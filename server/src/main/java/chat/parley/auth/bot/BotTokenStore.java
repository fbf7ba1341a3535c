package chat.parley.auth.bot;

import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// The table `bot_tokens`.
public final class BotTokenStore {
    private final Database database;

    public BotTokenStore(Database database) {
        this.database = database;
    }

    Optional<byte[]> hash(UserId bot) {
        return database.first("select hash from bot_tokens where user_id = ?", row -> row.bytes("hash"), bot);
    }

    Optional<UserId> owner(UserId bot) {
        return database.first(
                "select owner_id from bot_tokens where user_id = ?", row -> new UserId(row.number("owner_id")), bot);
    }

    long count(UserId owner) {
        return database.first(
                        "select count(*) as bots from bot_tokens where owner_id = ?", row -> row.number("bots"), owner)
                .orElse(0L);
    }

    void insert(Database.Sql sql, UserId bot, UserId owner, byte[] hash, Instant now) throws SQLException {
        sql.change(
                "insert into bot_tokens (user_id, owner_id, hash, created_at) values (?, ?, ?, ?)",
                bot,
                owner,
                hash,
                now);
    }

    void delete(Database.Sql sql, UserId bot) throws SQLException {
        sql.change("delete from bot_tokens where user_id = ?", bot);
    }

    void replace(UserId bot, byte[] hash, Instant now) {
        database.change("update bot_tokens set hash = ?, created_at = ? where user_id = ?", hash, now, bot);
    }
}
