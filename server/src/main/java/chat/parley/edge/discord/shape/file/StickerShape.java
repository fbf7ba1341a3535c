package chat.parley.edge.discord.shape.file;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.guild.Expressions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's sticker object.
///
/// @param type 2: a guild's
/// @param user who made it, a user object; only over HTTP
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record StickerShape(
        EntityId id,
        String name,
        String description,
        String tags,
        int type,
        int formatType,
        boolean available,
        GuildId guildId,
        @Nullable Object user) {

    public static StickerShape of(GuildId guild, Expressions.Sticker sticker, @Nullable Object author) {
        return new StickerShape(
                sticker.id(),
                sticker.name(),
                sticker.description(),
                sticker.tags(),
                2,
                sticker.format(),
                true,
                guild,
                author);
    }

    public static List<StickerShape> of(GuildId guild, List<Expressions.Sticker> stickers) {
        return stickers.stream().map(it -> of(guild, it, null)).toList();
    }
}
