package chat.parley.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody's place in a voice channel, or in a call.
///
/// @param session the gateway session that took the place
/// @param suppressed may not speak: in the audience of a stage, in the channel of the absent, or without `SPEAK`
/// @param requestedAt since when they ask to speak on a stage
/// @param since when they came into this channel
public record VoiceState(
        GuildId guild,
        ChannelId channel,
        UserId user,
        String session,
        Self self,
        Sanction sanction,
        boolean suppressed,
        @Nullable Instant requestedAt,
        Instant since) {

    /// What somebody chose for themselves.
    ///
    /// @param video their camera is on
    /// @param stream they share their screen
    public record Self(boolean mute, boolean deaf, boolean video, boolean stream) {
        public Self silent() {
            return new Self(mute, deaf, false, false);
        }
    }

    /// What moderators imposed in the whole guild. It outlives the visit.
    public record Sanction(boolean mute, boolean deaf) {
        public static final Sanction NONE = new Sanction(false, false);
    }

    /// A call of two or a group, whose conversation has the id of its one channel.
    public boolean isCall() {
        return guild.value() == channel.value();
    }

    public boolean speaks() {
        return !self.mute() && !sanction.mute() && !suppressed;
    }

    public boolean hears() {
        return !self.deaf() && !sanction.deaf();
    }

    VoiceState with(Self other) {
        return new VoiceState(guild, channel, user, session, other, sanction, suppressed, requestedAt, since);
    }

    VoiceState with(Sanction other) {
        return new VoiceState(guild, channel, user, session, self, other, suppressed, requestedAt, since);
    }

    VoiceState suppressed(boolean now) {
        return new VoiceState(guild, channel, user, session, self, sanction, now, requestedAt, since);
    }

    VoiceState asking(@Nullable Instant time) {
        return new VoiceState(guild, channel, user, session, self, sanction, suppressed, time, since);
    }

    VoiceState movedTo(ChannelId other, boolean stage, Instant now) {
        return new VoiceState(guild, other, user, session, self, sanction, stage, null, now);
    }
}
