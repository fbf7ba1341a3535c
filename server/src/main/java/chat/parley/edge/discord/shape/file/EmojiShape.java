package chat.parley.edge.discord.shape.file;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.RoleId;
import chat.parley.guild.Expressions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's emoji object.
///
/// @param user who made it, a user object; only over HTTP
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record EmojiShape(
        EntityId id,
        String name,
        List<RoleId> roles,
        @Nullable Object user,
        boolean requireColons,
        boolean managed,
        boolean animated,
        boolean available) {

    public static EmojiShape of(Expressions.Emoji emoji, @Nullable Object author) {
        return new EmojiShape(emoji.id(), emoji.name(), emoji.roles(), author, true, false, emoji.animated(), true);
    }

    public static List<EmojiShape> of(List<Expressions.Emoji> emojis) {
        return emojis.stream().map(it -> of(it, null)).toList();
    }
}
