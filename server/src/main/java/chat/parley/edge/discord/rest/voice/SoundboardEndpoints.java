package chat.parley.edge.discord.rest.voice;

import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.rest.body.Body;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.edge.discord.shape.file.SoundShape;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Request;
import chat.parley.file.sound.SoundFiles;
import chat.parley.guild.Expressions.Sound;
import chat.parley.guild.expression.Sounds;
import chat.parley.voice.soundboard.DefaultSounds;
import chat.parley.voice.soundboard.Soundboard;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Soundboards: their sounds, and playing them.
public final class SoundboardEndpoints {
    private static final int NAME_MAX_CHARS = 32;
    private static final int EMOJI_MAX_CHARS = 32;

    private final Sounds sounds;
    private final SoundFiles files;
    private final Soundboard board;
    private final Users users;
    private final Snowflakes ids;

    public SoundboardEndpoints(Sounds sounds, SoundFiles files, Soundboard board, Users users, Snowflakes ids) {
        this.sounds = sounds;
        this.files = files;
        this.board = board;
        this.users = users;
        this.ids = ids;
    }

    Reply standard(Request request) {
        return Reply.json(DefaultSounds.all().stream().map(SoundShape::of).toList());
    }

    Reply list(Request request) {
        var guild = guild(request);
        return Reply.json(Map.of(
                "items",
                sounds.list(request.caller(), guild).stream()
                        .map(it -> shape(guild, it))
                        .toList()));
    }

    Reply one(Request request) {
        var guild = guild(request);
        return Reply.json(shape(guild, sounds.one(request.caller(), guild, sound(request))));
    }

    Reply create(Request request) {
        var guild = guild(request);
        sounds.requireMayCreate(request.caller(), guild);
        var body = Body.of(request);
        String name = body.requiredText("name", 2, NAME_MAX_CHARS);
        String given = body.requiredText("sound", 1, Limits.CONTENT_IN_MEMORY_MAX_BYTES);
        var volume = body.decimal("volume", 0, 1);
        var emoji = body.id("emoji_id");
        String emojiName = body.text("emoji_name", 1, EMOJI_MAX_CHARS);
        body.check();
        var file = files.read("sound", given);
        var id = new EntityId(ids.next());
        files.keep(id, file);
        var sound = new Sound(
                id,
                name,
                volume == null ? 1 : volume,
                emoji == null ? null : new EntityId(emoji),
                emoji == null ? emojiName : null,
                request.caller().id());
        return Reply.json(201, shape(guild, sounds.create(request.caller(), guild, sound)));
    }

    Reply change(Request request) {
        var guild = guild(request);
        var body = Body.of(request);
        String name = body.text("name", 2, NAME_MAX_CHARS);
        var volume = body.decimal("volume", 0, 1);
        var emoji = body.id("emoji_id");
        String emojiName = body.text("emoji_name", 1, EMOJI_MAX_CHARS);
        boolean pictured = body.has("emoji_id") || body.has("emoji_name");
        boolean louder = body.has("volume");
        body.check();
        var changed = sounds.change(
                request.caller(),
                guild,
                sound(request),
                it -> new Sound(
                        it.id(),
                        name == null ? it.name() : name,
                        volume == null ? (louder ? 1 : it.volume()) : volume,
                        pictured ? (emoji == null ? null : new EntityId(emoji)) : it.emoji(),
                        pictured ? (emoji == null ? emojiName : null) : it.emojiName(),
                        it.author()));
        return Reply.json(shape(guild, changed));
    }

    Reply delete(Request request) {
        var id = sound(request);
        sounds.delete(request.caller(), guild(request), id);
        files.forget(id);
        return Reply.none();
    }

    Reply send(Request request) {
        var body = Body.of(request);
        var sound = body.id("sound_id");
        var source = body.id("source_guild_id");
        if (sound == null) {
            body.wrong("sound_id", "BASE_TYPE_REQUIRED", "This field is required");
        }
        body.check();
        board.play(
                request.caller(),
                ChannelId.of(request.path("channel")),
                new EntityId(sound == null ? 0 : sound),
                source == null ? null : new GuildId(source));
        return Reply.none();
    }

    private SoundShape shape(GuildId guild, Sound sound) {
        return SoundShape.of(guild, sound, author(sound));
    }

    private @Nullable UserShape author(Sound sound) {
        return users.find(sound.author()).map(UserShape::of).orElse(null);
    }

    private static GuildId guild(Request request) {
        return GuildId.of(request.path("guild"));
    }

    private static EntityId sound(Request request) {
        return EntityId.of(request.path("sound"));
    }
}
