package chat.parley.file;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.sql.Row;
import chat.parley.file.picture.Cleaned;
import chat.parley.file.picture.Size;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A file as it is kept.
///
/// @param shown whether a browser may show it by itself; otherwise it is only downloaded
/// @param picture absent when it is none
/// @param original whose bytes it shows; its own unless it was forwarded
/// @param home the channel of that one
public record StoredFile(
        EntityId id,
        ChannelId channel,
        String filename,
        String contentType,
        boolean shown,
        long size,
        @Nullable Cleaned picture,
        EntityId original,
        ChannelId home) {

    static StoredFile of(Row row) throws SQLException {
        var width = row.numberOrNull("width");
        var id = new EntityId(row.number("id"));
        var channel = new ChannelId(row.number("channel"));
        var source = row.numberOrNull("source");
        return new StoredFile(
                id,
                channel,
                row.text("filename"),
                row.text("content_type"),
                row.flag("shown"),
                row.number("size"),
                width == null
                        ? null
                        : new Cleaned(new Size(width.intValue(), row.integer("height")), row.integer("orientation")),
                source == null ? id : new EntityId(source),
                source == null ? channel : new ChannelId(row.number("source_channel")));
    }

    /// What it is called in the vault.
    public String blob() {
        return "attachments/" + home.text() + "/" + original.text();
    }
}
