package chat.parley.guild.expression;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.guild.Expressions.Sticker;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The stickers of guilds.
public final class Stickers {
    private final Guilds guilds;
    private final Database database;

    public Stickers(Guilds guilds, Database database) {
        this.guilds = guilds;
        this.database = database;
    }

    public List<Sticker> list(Caller caller, GuildId guild) {
        return guilds.of(caller, guild).snapshot().expressions().stickers();
    }

    public Sticker one(Caller caller, GuildId guild, EntityId id) {
        return known(guilds.of(caller, guild).snapshot().expressions().sticker(id));
    }

    /// Asks before the picture is read, which takes a while.
    public void requireMayCreate(Caller caller, GuildId guild) {
        Emojis.requireMayCreate(guilds.of(caller, guild));
    }

    public Sticker create(Caller caller, GuildId guild, Sticker sticker) {
        return guilds.write(guild, writing -> {
            Emojis.requireMayCreate(writing.as(caller));
            if (writing.now().expressions().stickers().size() >= Limits.STICKERS_PER_GUILD_MAX) {
                throw new Refused(new Refusal.Full(Thing.STICKER, Limits.STICKERS_PER_GUILD_MAX));
            }
            database.change(
                    """
                    insert into stickers (id, guild, name, description, tags, format, author)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    sticker.id(),
                    guild,
                    sticker.name(),
                    sticker.description(),
                    sticker.tags(),
                    sticker.format(),
                    sticker.author());
            become(writing, sticker, null, Deed.of(caller, guild, DeedKind.STICKER_CREATE, sticker.id()));
            return sticker;
        });
    }

    public Sticker change(Caller caller, GuildId guild, EntityId id, UnaryOperator<Sticker> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().sticker(id));
            Emojis.requireMayChange(access, before.author());
            var after = change.apply(before);
            database.change(
                    "update stickers set name = ?, description = ?, tags = ? where id = ?",
                    after.name(),
                    after.description(),
                    after.tags(),
                    id);
            become(writing, after, before, Deed.of(caller, guild, DeedKind.STICKER_UPDATE, id));
            return after;
        });
    }

    public void delete(Caller caller, GuildId guild, EntityId id) {
        guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().sticker(id));
            Emojis.requireMayChange(access, before.author());
            database.change("delete from stickers where id = ?", id);
            become(writing, null, before, Deed.of(caller, guild, DeedKind.STICKER_DELETE, id));
            return before;
        });
    }

    private static void become(GuildWriting writing, @Nullable Sticker after, @Nullable Sticker before, Deed deed) {
        var now = writing.now();
        var next = after != null
                ? now.expressions().with(after)
                : now.expressions().without(known(before).id());
        writing.become(now.with(next), new GuildEvent.StickersUpdated(now.id(), next.stickers()));
        writing.note(deed.changing(Changes.between(before, after)
                .tell("name", Sticker::name)
                .tell("description", Sticker::description)
                .tell("tags", Sticker::tags)
                .tell("format_type", Sticker::format)));
    }

    private static Sticker known(@Nullable Sticker sticker) {
        if (sticker == null) {
            throw Refusal.unknown(Thing.STICKER);
        }
        return sticker;
    }
}
