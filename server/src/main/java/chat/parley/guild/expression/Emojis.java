package chat.parley.guild.expression;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.guild.Expressions.Emoji;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The emoji of guilds.
public final class Emojis {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{2,32}");

    private final Guilds guilds;
    private final Database database;

    public Emojis(Guilds guilds, Database database) {
        this.guilds = guilds;
        this.database = database;
    }

    public List<Emoji> list(Caller caller, GuildId guild) {
        return guilds.of(caller, guild).snapshot().expressions().emojis();
    }

    public Emoji one(Caller caller, GuildId guild, EntityId id) {
        return known(guilds.of(caller, guild).snapshot().expressions().emoji(id));
    }

    /// Asks before the picture is read, which takes a while.
    public void requireMayCreate(Caller caller, GuildId guild) {
        requireMayCreate(guilds.of(caller, guild));
    }

    static void requireMayCreate(GuildAccess access) {
        if (!access.may(Permission.MANAGE_GUILD_EXPRESSIONS)) {
            access.requiring(Permission.CREATE_GUILD_EXPRESSIONS);
        }
    }

    /// Whoever made it may change it while they may make others; the others need to manage them all.
    static void requireMayChange(GuildAccess access, UserId author) {
        if (!author.equals(access.caller().id()) || !access.may(Permission.CREATE_GUILD_EXPRESSIONS)) {
            access.requiring(Permission.MANAGE_GUILD_EXPRESSIONS);
        }
    }

    public Emoji create(Caller caller, GuildId guild, Emoji emoji) {
        requireName(emoji.name());
        return guilds.write(guild, writing -> {
            requireMayCreate(writing.as(caller));
            long alike = writing.now().expressions().emojis().stream()
                    .filter(it -> it.animated() == emoji.animated())
                    .count();
            if (alike >= Limits.EMOJIS_PER_GUILD_MAX) {
                throw new Refused(new Refusal.Full(Thing.EMOJI, Limits.EMOJIS_PER_GUILD_MAX));
            }
            database.change(
                    "insert into emojis (id, guild, name, roles, animated, author) values (?, ?, ?, ?, ?, ?)",
                    emoji.id(),
                    guild,
                    emoji.name(),
                    emoji.roles(),
                    emoji.animated(),
                    emoji.author());
            become(writing, emoji, null, Deed.of(caller, guild, DeedKind.EMOJI_CREATE, emoji.id()));
            return emoji;
        });
    }

    /// @param name, roles `null` keeps them
    public Emoji change(
            Caller caller, GuildId guild, EntityId id, @Nullable String name, @Nullable List<RoleId> roles) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().emoji(id));
            requireMayChange(access, before.author());
            var after = new Emoji(
                    id,
                    name == null ? before.name() : name,
                    roles == null ? before.roles() : roles,
                    before.animated(),
                    before.author());
            requireName(after.name());
            database.change("update emojis set name = ?, roles = ? where id = ?", after.name(), after.roles(), id);
            become(writing, after, before, Deed.of(caller, guild, DeedKind.EMOJI_UPDATE, id));
            return after;
        });
    }

    public void delete(Caller caller, GuildId guild, EntityId id) {
        guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().emoji(id));
            requireMayChange(access, before.author());
            database.change("delete from emojis where id = ?", id);
            become(writing, null, before, Deed.of(caller, guild, DeedKind.EMOJI_DELETE, id));
            return before;
        });
    }

    private static void become(GuildWriting writing, @Nullable Emoji after, @Nullable Emoji before, Deed deed) {
        var now = writing.now();
        var next = after != null
                ? now.expressions().with(after)
                : now.expressions().without(known(before).id());
        writing.become(now.with(next), new GuildEvent.EmojisUpdated(now.id(), next.emojis()));
        writing.note(deed.changing(Changes.between(before, after).tell("name", Emoji::name)));
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid("name", "STRING_TYPE_REGEX", "Must be 2 to 32 letters, digits or underscores.");
        }
    }

    private static Emoji known(@Nullable Emoji emoji) {
        if (emoji == null) {
            throw Refusal.unknown(Thing.EMOJI);
        }
        return emoji;
    }
}
