package chat.parley.message.announcement;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// The SQL of followers and copies.
final class FollowerStore {
    private final Database database;

    FollowerStore(Database database) {
        this.database = database;
    }

    record Follower(EntityId webhook, ChannelId target) {}

    record Copy(ChannelId target, MessageId message) {}

    /// @return the follower that is there then: the new one, or the one that was there before
    EntityId follow(EntityId webhook, ChannelId source, ChannelId target, UserId by, Instant at) {
        return database.first("""
                        INSERT INTO followers AS held (webhook, source, target, created_by, created_at)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (source, target) DO UPDATE SET source = held.source RETURNING webhook
                        """, row -> new EntityId(row.number("webhook")), webhook, source, target, by, at)
                .orElse(webhook);
    }

    List<Follower> of(ChannelId source) {
        return database.list(
                "SELECT webhook, target FROM followers WHERE source = ? ORDER BY webhook",
                row -> new Follower(new EntityId(row.number("webhook")), new ChannelId(row.number("target"))),
                source);
    }

    int count(ChannelId target) {
        return database.first(
                        "SELECT count(*) AS followers FROM followers WHERE target = ?",
                        row -> row.integer("followers"),
                        target)
                .orElse(0);
    }

    void forget(ChannelId channel) {
        database.change("DELETE FROM followers WHERE source = ? OR target = ?", channel, channel);
    }

    void copied(MessageId source, ChannelId target, MessageId copy) {
        database.change("""
                INSERT INTO crossposts (source_message, target, target_message) VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, source, target, copy);
    }

    List<Copy> copies(Collection<MessageId> sources) {
        return database.list(
                "SELECT target, target_message FROM crossposts WHERE source_message = ANY (?)",
                row -> new Copy(new ChannelId(row.number("target")), new MessageId(row.number("target_message"))),
                (Object) sources.stream().mapToLong(MessageId::value).toArray());
    }

    void forgetCopies(Collection<MessageId> sources) {
        database.change("DELETE FROM crossposts WHERE source_message = ANY (?)", (Object)
                sources.stream().mapToLong(MessageId::value).toArray());
    }
}
