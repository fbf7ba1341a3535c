package chat.parley.edge.discord.shape.voice;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.voice.VoiceState;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's voice state object. The guild is left out in calls, the channel is null for who has left.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record VoiceStateShape(
        @Nullable GuildId guildId,
        @JsonInclude(ALWAYS) @Nullable ChannelId channelId,
        UserId userId,
        @Nullable MemberShape member,
        String sessionId,
        boolean deaf,
        boolean mute,
        boolean selfDeaf,
        boolean selfMute,
        boolean selfVideo,
        boolean selfStream,
        boolean suppress,
        @JsonInclude(ALWAYS) @Nullable Instant requestToSpeakTimestamp) {

    /// @param member absent in calls and within GUILD_CREATE
    public static VoiceStateShape of(VoiceState state, @Nullable MemberShape member) {
        return of(state, state.channel(), member);
    }

    public static VoiceStateShape gone(VoiceState state, @Nullable MemberShape member) {
        return of(state, null, member);
    }

    private static VoiceStateShape of(VoiceState state, @Nullable ChannelId channel, @Nullable MemberShape member) {
        var self = state.self();
        return new VoiceStateShape(
                state.isCall() ? null : state.guild(),
                channel,
                state.user(),
                member == null
                        ? null
                        : member.silenced(
                                state.sanction().mute(), state.sanction().deaf()),
                state.session(),
                state.sanction().deaf(),
                state.sanction().mute(),
                self.deaf(),
                self.mute(),
                self.video(),
                self.stream(),
                state.suppressed(),
                state.requestedAt());
    }
}
