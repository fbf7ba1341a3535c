package chat.parley.bot.oauth;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person agreed to on our page.
///
/// @param redirect where they go next, exactly as it was asked for
/// @param scopes words of [Scope]
/// @param challenge SHA-256 of the program's proof key, in Base64 (RFC 7636)
/// @param guild in which the application was installed on the way
/// @param channel for which it gets a webhook
public record Asked(
        UserId application,
        UserId person,
        String redirect,
        List<String> scopes,
        @Nullable String challenge,
        @Nullable GuildId guild,
        @Nullable ChannelId channel) {}
