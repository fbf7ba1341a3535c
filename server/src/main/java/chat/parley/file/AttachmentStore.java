package chat.parley.file;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
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

    /// Another row for the same bytes.
    ///
    /// @return whether the file is there
    boolean borrow(EntityId id, ChannelId channel, UserId owner, StoredFile from, Instant now) {
        return database.change("""
                        insert into attachments
                            (id, channel, owner, filename, content_type, shown, size, width, height, orientation,
                             created_at, source, source_channel)
                        select ?, ?, ?, filename, content_type, shown, size, width, height, orientation, ?, ?, ?
                        from attachments where id = ? and gone_at is null for share""", id, channel, owner, now, from.original(), from.home(), from.id()) > 0;
    }

    /// Whether another row still shows those bytes.
    boolean isShown(EntityId original) {
        return database.first(
                        "select 1 as one from attachments where id = ? or source = ? limit 1",
                        row -> row.number("one"),
                        original,
                        original)
                .isPresent();
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

    /// Channels and threads with files that went with their guild. Goes through the index from one to the next: most
    /// are there, and their files need not be looked at.
    List<ChannelId> lost() {
        return database.list("""
                with recursive places (channel) as (
                    select min(channel) from attachments
                    union all
                    select (select min(channel) from attachments where channel > p.channel)
                    from places p where p.channel is not null)
                select p.channel from places p
                where p.channel is not null
                    and not exists (select 1 from channels c where c.id = p.channel)
                    and not exists (select 1 from threads t where t.id = p.channel)""", AttachmentStore::place);
    }

    private static ChannelId place(Row row) throws SQLException {
        return new ChannelId(row.number("channel"));
    }

    /// Files that were gone long enough ago.
    List<StoredFile> spent(Instant goneBefore, int limit) {
        return database.list(
                "select * from attachments where gone_at < ? order by gone_at limit ?",
                StoredFile::of,
                goneBefore,
                limit);
    }

    /// Files of which nobody said what message they belong to.
    List<StoredFile> unsent(Instant createdBefore, int limit) {
        return database.list("""
                select * from attachments where message is null and gone_at is null and created_at < ?
                order by created_at limit ?""", StoredFile::of, createdBefore, limit);
    }

    void delete(EntityId id) {
        database.change("delete from attachments where id = ?", id);
    }
}
