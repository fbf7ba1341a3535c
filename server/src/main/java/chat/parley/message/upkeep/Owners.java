package chat.parley.message.upkeep;

import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import chat.parley.file.StoredFile;
import java.time.Duration;
import java.util.Optional;

/// Finds the message that shows a file, from the message's side. It is asked only of files whose own word of it was
/// lost, so it may read through what was written in the channel while the file could be sent.
final class Owners {
    private static final long WRITTEN_MS =
            Duration.ofHours(Limits.UPLOAD_KEPT_HOURS).toMillis();

    private final Database database;

    Owners(Database database) {
        this.database = database;
    }

    Optional<MessageId> of(StoredFile file) {
        String attachment = "[{\"id\": \"" + file.id().text() + "\"}]";
        return database.first(
                """
                SELECT id FROM messages
                WHERE channel_id = ? AND id > ? AND id < ? AND deleted_at IS NULL AND extras IS NOT NULL
                    AND (extras -> 'attachments' @> ?::jsonb OR extras -> 'snapshot' -> 'attachments' @> ?::jsonb)
                LIMIT 1""",
                row -> new MessageId(row.number("id")),
                file.channel(),
                file.id(),
                Snowflakes.floor(file.id().time().plusMillis(WRITTEN_MS)),
                attachment,
                attachment);
    }
}
