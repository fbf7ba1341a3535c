package chat.parley.edge.discord.shape.file;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.guild.Expressions;
import chat.parley.voice.soundboard.DefaultSounds;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's soundboard sound object.
///
/// @param guildId absent of a standard sound
/// @param user who made it, a user object
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SoundShape(
        EntityId soundId,
        String name,
        double volume,
        @JsonInclude(ALWAYS) @Nullable EntityId emojiId,
        @JsonInclude(ALWAYS) @Nullable String emojiName,
        @Nullable GuildId guildId,
        boolean available,
        @Nullable Object user) {

    public static SoundShape of(GuildId guild, Expressions.Sound sound, @Nullable Object author) {
        return new SoundShape(
                sound.id(), sound.name(), sound.volume(), sound.emoji(), sound.emojiName(), guild, true, author);
    }

    public static List<SoundShape> of(GuildId guild, List<Expressions.Sound> sounds) {
        return sounds.stream().map(it -> of(guild, it, null)).toList();
    }

    public static SoundShape of(DefaultSounds.Sound sound) {
        return new SoundShape(sound.id(), sound.name(), DefaultSounds.VOLUME, null, sound.emoji(), null, true, null);
    }
}
