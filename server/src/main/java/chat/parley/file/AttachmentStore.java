package chat.parley.file;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The table `attachments`: which files there are, where they belong, and whether they are still wanted.
final class AttachmentStore {
    private final Database database;

    AttachmentStore(Database database) {
        this.database = database;
    }

    void insert(StoredFile file, UserId owner, Instant now) {
        var picture = file.picture();
        database.change(
                """
                insert into attachments
                    (id, channel, owner, filename, content_type, shown, size, width, height, orientation, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                file.id(),
                file.channel(),
                owner,
                file.filename(),
                file.contentType(),
                file.shown(),
                file.size(),
                picture == null ? null : picture.stored().width(),
                picture == null ? null : picture.stored().height(),
                picture == null ? null : picture.orientation(),
                now);
    }

    Optional<StoredFile> find(ChannelId channel, EntityId id) {
        return database.first(
                "select * from attachments where id = ? and channel = ? and gone_at is null",
                StoredFile::of,
                id,
                channel);
    }

    void bind(Collection<EntityId> ids, MessageId message) {
        database.change(
                "update attachments set message = ?, gone_at = null where id = any (?)", message, List.copyOf(ids));
    }

    void unwant(Collection<EntityId> ids, Instant now) {
        database.change(
                "update attachments set gone_at = ? where id = any (?) and gone_at is null", now, List.copyOf(ids));
    }

    void unwantOf(Collection<MessageId> messages, Instant now) {
        database.change(
                "update attachments set gone_at = ? where message = any (?) and gone_at is null",
                now,
                List.copyOf(messages));
    }

    void unwantIn(ChannelId channel, Instant now) {
        database.change("update attachments set gone_at = ? where channel = ? and gone_at is null", now, channel);
    }

    /// Those of channels that went with their guild.
    void unwantLost(Instant now) {
        database.change("""
                update attachments a set gone_at = ?
                where gone_at is null and not exists (select 1 from channels c where c.id = a.channel)""", now);
    }

    /// Files that nobody can want any more: gone long enough ago, or never sent.
    List<StoredFile> spent(Instant goneBefore, Instant createdBefore, int limit) {
        return database.list("""
                select * from attachments where gone_at < ?
                union all
                select * from attachments where message is null and gone_at is null and created_at < ?
                limit ?""", StoredFile::of, goneBefore, createdBefore, limit);
    }

    void delete(EntityId id) {
        database.change("delete from attachments where id = ?", id);
    }
}
