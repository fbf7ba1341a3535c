package chat.parley.bot.webhook;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.message.rich.Persona;
import org.jspecify.annotations.Nullable;

/// A way into one channel. Its id is also the author of what it writes.
///
/// @param token the second half of its address
/// @param application whose bot made it, and whose components it may carry
/// @param creator absent once the account is gone
public record Webhook(
        EntityId id,
        GuildId guild,
        ChannelId channel,
        String name,
        @Nullable String avatar,
        String token,
        @Nullable UserId application,
        @Nullable UserId creator) {

    public UserId author() {
        return new UserId(id.value());
    }

    public Webhook named(String other) {
        return new Webhook(id, guild, channel, other, avatar, token, application, creator);
    }

    public Webhook movedTo(ChannelId other) {
        return new Webhook(id, guild, other, name, avatar, token, application, creator);
    }

    /// With the picture of that hash.
    Webhook drawn(@Nullable String other) {
        return new Webhook(id, guild, channel, name, other, token, application, creator);
    }

    /// As whom it speaks.
    ///
    /// @param other the name for one message
    /// @param picture an address for one message
    public Persona persona(@Nullable String other, @Nullable String picture) {
        return new Persona(
                id,
                other == null || other.isEmpty() ? name : other,
                picture == null ? avatar : picture,
                application == null ? null : new EntityId(application.value()));
    }

    /// Without the token, which must not reach a log.
    @Override
    public String toString() {
        return "Webhook[" + id + "]";
    }
}
