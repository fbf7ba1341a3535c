package chat.parley.edge.discord.gateway.event;

import chat.parley.base.id.GuildId;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;

/// Something to say in a guild.
///
/// @param intents what a bot must have asked for to hear it
public record Delivery(GuildId guild, Audience audience, int intents, Wording wording) {
    public static Delivery of(GuildId guild, Audience audience, int intents, String type, Object d) {
        return new Delivery(guild, audience, intents, Wording.same(Dispatch.of(type, d)));
    }

    /// Needs no more than [Intents#GUILDS].
    public static Delivery of(GuildId guild, Audience audience, String type, Object d) {
        return of(guild, audience, Intents.GUILDS, type, d);
    }
}
