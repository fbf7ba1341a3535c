package chat.parley.bot.webhook;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The table `webhooks`.
public final class WebhookStore {
    private final Database database;

    public WebhookStore(Database database) {
        this.database = database;
    }

    Optional<Webhook> find(EntityId id) {
        return database.first("select * from webhooks where id = ?", WebhookStore::webhook, id);
    }

    List<Webhook> in(ChannelId channel) {
        return database.list("select * from webhooks where channel = ? order by id", WebhookStore::webhook, channel);
    }

    List<Webhook> in(GuildId guild) {
        return database.list("select * from webhooks where guild = ? order by id", WebhookStore::webhook, guild);
    }

    void insert(Webhook it, Instant now) {
        database.change(
                """
                insert into webhooks (id, guild, channel, name, avatar, token, application, creator, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                it.id(),
                it.guild(),
                it.channel(),
                it.name(),
                it.avatar(),
                it.token(),
                it.application(),
                it.creator(),
                now);
    }

    void update(Webhook it) {
        database.change(
                "update webhooks set name = ?, avatar = ?, channel = ? where id = ?",
                it.name(),
                it.avatar(),
                it.channel(),
                it.id());
    }

    boolean delete(EntityId id) {
        return database.change("delete from webhooks where id = ?", id) == 1;
    }

    private static Webhook webhook(Row row) throws SQLException {
        return new Webhook(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new ChannelId(row.number("channel")),
                row.text("name"),
                row.textOrNull("avatar"),
                row.text("token"),
                user(row.numberOrNull("application")),
                user(row.numberOrNull("creator")));
    }

    private static @Nullable UserId user(@Nullable Long id) {
        return id == null ? null : new UserId(id);
    }
}
