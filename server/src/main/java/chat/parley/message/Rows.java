package chat.parley.message;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.sql.Row;
import java.sql.SQLException;
import java.util.List;

/// Reads rows of the tables of messages.
final class Rows {
    private Rows() {}

    /// Without its reactions, which stand in a table of their own.
    static Message message(Row row) throws SQLException {
        var replyTo = row.numberOrNull("reply_to");
        return new Message(
                new MessageId(row.number("id")),
                new ChannelId(row.number("channel_id")),
                new GuildId(row.number("guild_id")),
                new UserId(row.number("author_id")),
                row.integer("kind"),
                row.text("content"),
                row.instantOrNull("edited_at"),
                replyTo == null ? null : new MessageId(replyTo),
                mentions(row),
                row.instantOrNull("pinned_at") != null,
                row.integer("flags"),
                row.textOrNull("nonce"),
                Extras.of(row.textOrNull("extras")),
                List.of());
    }

    static Entry.Key key(Row row) throws SQLException {
        return new Entry.Key(
                new UserId(row.number("author_id")), new ChannelId(row.number("channel_id")), row.text("nonce"));
    }

    private static Message.Mentions mentions(Row row) throws SQLException {
        var users = row.numbers("mention_users").stream().map(UserId::new).toList();
        var roles = row.numbers("mention_roles").stream().map(RoleId::new).toList();
        boolean everyone = row.flag("mention_everyone");
        return users.isEmpty() && roles.isEmpty() && !everyone
                ? Message.Mentions.NONE
                : new Message.Mentions(users, roles, everyone);
    }
}
