package chat.parley.edge.discord.shape.bot;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.bot.webhook.Webhook;
import chat.parley.edge.discord.shape.UserShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's webhook object.
///
/// @param type always 1, incoming
/// @param token only for whoever may use it
/// @param user who made it; absent for whoever has only the token
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record WebhookShape(
        EntityId id,
        int type,
        GuildId guildId,
        ChannelId channelId,
        String name,
        @JsonInclude(ALWAYS) @Nullable String avatar,
        @Nullable String token,
        @JsonInclude(ALWAYS) @Nullable UserId applicationId,
        @Nullable UserShape user) {

    public WebhookShape withoutToken() {
        return new WebhookShape(id, type, guildId, channelId, name, avatar, null, applicationId, user);
    }

    public static WebhookShape of(Webhook it, @Nullable User creator) {
        return new WebhookShape(
                it.id(),
                1,
                it.guild(),
                it.channel(),
                it.name(),
                it.avatar(),
                it.token(),
                it.application(),
                creator == null ? null : UserShape.of(creator));
    }
}
