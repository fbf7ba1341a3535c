package chat.parley.guild.expression;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import chat.parley.guild.Expressions.Emoji;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// The emoji of applications, which their bots use in every channel. Whoever calls has made sure that the application
/// is the caller's.
public final class ApplicationEmojis {
    private final Database database;

    public ApplicationEmojis(Database database) {
        this.database = database;
    }

    /// Oldest first.
    public List<Emoji> of(UserId application) {
        return database.list(
                "select * from application_emojis where application = ? order by id",
                ApplicationEmojis::emoji,
                application);
    }

    public Optional<Emoji> find(UserId application, EntityId id) {
        return database.first(
                "select * from application_emojis where application = ? and id = ?",
                ApplicationEmojis::emoji,
                application,
                id);
    }

    /// @throws Refused with `Unknown`
    public Emoji one(UserId application, EntityId id) {
        return find(application, id).orElseThrow(() -> Refusal.unknown(Thing.EMOJI));
    }

    /// One statement counts and inserts, so that the bound holds apart from what is written at the same moment.
    ///
    /// @throws Refused with `Full`
    public Emoji create(UserId application, Emoji emoji) {
        Emojis.requireName(emoji.name());
        int made = database.change(
                """
                insert into application_emojis (id, application, name, animated, author)
                select ?, ?, ?, ?, ?
                where (select count(*) from application_emojis where application = ?) < ?""",
                emoji.id(),
                application,
                emoji.name(),
                emoji.animated(),
                emoji.author(),
                application,
                Limits.EMOJIS_PER_APPLICATION_MAX);
        if (made == 0) {
            throw new Refused(new Refusal.Full(Thing.EMOJI, Limits.EMOJIS_PER_APPLICATION_MAX));
        }
        return emoji;
    }

    public Emoji rename(UserId application, EntityId id, String name) {
        Emojis.requireName(name);
        database.change(
                "update application_emojis set name = ? where application = ? and id = ?", name, application, id);
        return one(application, id);
    }

    public void delete(UserId application, EntityId id) {
        if (database.change("delete from application_emojis where application = ? and id = ?", application, id) == 0) {
            throw Refusal.unknown(Thing.EMOJI);
        }
    }

    private static Emoji emoji(Row row) throws SQLException {
        return new Emoji(
                new EntityId(row.number("id")),
                row.text("name"),
                List.of(),
                row.flag("animated"),
                new UserId(row.number("author")));
    }
}
