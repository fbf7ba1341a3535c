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

    /// What [#message] reads, in this order.
    static final String COLUMNS = """
            id, guild_id, author_id, kind, content, edited_at, reply_to, mention_users, mention_roles, mention_everyone,
            pinned_at, flags, nonce, extras, reacted
            """;

    private static final int REACTED = 15;

    /// Hot path: fifty a page, so by place and not by name. Without its reactions, which stand in a table of their own.
    static Message message(Row row, ChannelId channel) throws SQLException {
        var replyTo = row.numberOrNull(7);
        return new Message(
                new MessageId(row.number(1)),
                channel,
                new GuildId(row.number(2)),
                new UserId(row.number(3)),
                row.integer(4),
                row.text(5),
                row.instantOrNull(6),
                replyTo == null ? null : new MessageId(replyTo),
                mentions(row.numbers(8), row.numbers(9), row.flag(10)),
                !row.isNull(11),
                row.integer(12),
                row.textOrNull(13),
                Extras.of(row.textOrNull(14)),
                List.of());
    }

    /// Whether somebody ever reacted to it.
    static boolean reacted(Row row) throws SQLException {
        return row.flag(REACTED);
    }

    static Entry.Key key(Row row) throws SQLException {
        return new Entry.Key(
                new UserId(row.number("author_id")), new ChannelId(row.number("channel_id")), row.text("nonce"));
    }

    private static Message.Mentions mentions(List<Long> users, List<Long> roles, boolean everyone) {
        return users.isEmpty() && roles.isEmpty() && !everyone
                ? Message.Mentions.NONE
                : new Message.Mentions(
                        users.stream().map(UserId::new).toList(),
                        roles.stream().map(RoleId::new).toList(),
                        everyone);
    }
}
