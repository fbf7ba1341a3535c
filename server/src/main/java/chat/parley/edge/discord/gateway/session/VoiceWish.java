package chat.parley.edge.discord.gateway.session;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Id;
import chat.parley.base.refusal.Refused;
import chat.parley.edge.discord.gateway.wire.CloseCode;
import chat.parley.voice.VoiceState.Self;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a client wants to talk (op 4).
///
/// @param guild absent for a call in a conversation
/// @param channel absent to leave
public record VoiceWish(@Nullable GuildId guild, @Nullable ChannelId channel, Self self) {
    public static VoiceWish of(JsonNode d) {
        var guild = id(d.path("guild_id"));
        var channel = id(d.path("channel_id"));
        return new VoiceWish(
                guild == null ? null : new GuildId(guild),
                channel == null ? null : new ChannelId(channel),
                new Self(flag(d, "self_mute"), flag(d, "self_deaf"), flag(d, "self_video"), flag(d, "self_stream")));
    }

    /// The conversation whose call a client asks for (op 13).
    public static ChannelId call(JsonNode d) {
        var channel = id(d.path("channel_id"));
        if (channel == null) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
        return new ChannelId(channel);
    }

    private static boolean flag(JsonNode d, String name) {
        return d.path(name).asBoolean(false);
    }

    /// JDA writes ids as numbers; a guild of 0 is none.
    private static @Nullable Long id(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        try {
            long id = node.isIntegralNumber() && node.canConvertToLong()
                    ? node.asLong()
                    : Id.parse(node.isString() ? node.asString() : "");
            return id <= 0 ? null : id;
        } catch (Refused notAnId) {
            throw new Misuse(CloseCode.DECODE_ERROR);
        }
    }
}
