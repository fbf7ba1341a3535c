package chat.parley.guild.expression;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.guild.Expressions.Sound;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The sounds of guilds' soundboards.
public final class Sounds {
    private final Guilds guilds;
    private final Database database;

    public Sounds(Guilds guilds, Database database) {
        this.guilds = guilds;
        this.database = database;
    }

    public List<Sound> list(Caller caller, GuildId guild) {
        return guilds.of(caller, guild).snapshot().expressions().sounds();
    }

    public Sound one(Caller caller, GuildId guild, EntityId id) {
        return known(guilds.of(caller, guild).snapshot().expressions().sound(id));
    }

    /// Asks before the file is read, which takes a while.
    public void requireMayCreate(Caller caller, GuildId guild) {
        Emojis.requireMayCreate(guilds.of(caller, guild));
    }

    public Sound create(Caller caller, GuildId guild, Sound sound) {
        return guilds.write(guild, writing -> {
            Emojis.requireMayCreate(writing.as(caller));
            if (writing.now().expressions().sounds().size() >= Limits.SOUNDS_PER_GUILD_MAX) {
                throw new Refused(new Refusal.Full(Thing.SOUND, Limits.SOUNDS_PER_GUILD_MAX));
            }
            database.change(
                    """
                    insert into soundboard_sounds (id, guild, name, volume, emoji, emoji_name, author)
                    values (?, ?, ?, ?, ?, ?, ?)""",
                    sound.id(),
                    guild,
                    sound.name(),
                    sound.volume(),
                    sound.emoji(),
                    sound.emojiName(),
                    sound.author());
            var now = writing.now();
            writing.become(now.with(now.expressions().with(sound)), new GuildEvent.SoundCreated(guild, sound));
            writing.note(told(Deed.of(caller, guild, DeedKind.SOUNDBOARD_SOUND_CREATE, sound.id()), null, sound));
            return sound;
        });
    }

    public Sound change(Caller caller, GuildId guild, EntityId id, UnaryOperator<Sound> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().sound(id));
            Emojis.requireMayChange(access, before.author());
            var after = change.apply(before);
            database.change(
                    "update soundboard_sounds set name = ?, volume = ?, emoji = ?, emoji_name = ? where id = ?",
                    after.name(),
                    after.volume(),
                    after.emoji(),
                    after.emojiName(),
                    id);
            var now = writing.now();
            writing.become(now.with(now.expressions().with(after)), new GuildEvent.SoundUpdated(guild, after));
            writing.note(told(Deed.of(caller, guild, DeedKind.SOUNDBOARD_SOUND_UPDATE, id), before, after));
            return after;
        });
    }

    public void delete(Caller caller, GuildId guild, EntityId id) {
        guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = known(writing.now().expressions().sound(id));
            Emojis.requireMayChange(access, before.author());
            database.change("delete from soundboard_sounds where id = ?", id);
            var now = writing.now();
            writing.become(now.with(now.expressions().without(id)), new GuildEvent.SoundDeleted(guild, id));
            writing.note(told(Deed.of(caller, guild, DeedKind.SOUNDBOARD_SOUND_DELETE, id), before, null));
            return before;
        });
    }

    private static Deed told(Deed deed, @Nullable Sound before, @Nullable Sound after) {
        return deed.changing(Changes.between(before, after)
                .tell("name", Sound::name)
                .tell("volume", Sound::volume)
                .tell("emoji_id", Sound::emoji)
                .tell("emoji_name", Sound::emojiName));
    }

    private static Sound known(@Nullable Sound sound) {
        if (sound == null) {
            throw Refusal.unknown(Thing.SOUND);
        }
        return sound;
    }
}
