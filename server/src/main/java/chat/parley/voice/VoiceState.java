package chat.parley.voice;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody's place in a voice channel, or in a call.
///
/// @param session the gateway session that took the place
/// @param since when they came into this channel
public record VoiceState(
        GuildId guild,
        ChannelId channel,
        UserId user,
        String session,
        Self self,
        Sanction sanction,
        Say say,
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

    /// What somebody's voice may do here.
    ///
    /// @param suppressed may not speak: in the audience of a stage, in the channel of the absent, or
    ///     without `SPEAK`
    /// @param requestedAt since when they ask to speak on a stage; of those who are not suppressed, since
    ///     when they are invited to and have not said whether they want to
    /// @param priority may speak with priority
    public record Say(boolean suppressed, @Nullable Instant requestedAt, boolean priority) {
        static final Say PLAIN = new Say(false, null, false);
    }

    /// A call of two or a group, whose conversation has the id of its one channel.
    public boolean isCall() {
        return guild.value() == channel.value();
    }

    public boolean suppressed() {
        return say.suppressed();
    }

    public @Nullable Instant requestedAt() {
        return say.requestedAt();
    }

    /// A moderator lets them speak on a stage, though they did not ask to.
    public boolean invited() {
        return !say.suppressed() && say.requestedAt() != null;
    }

    /// Whoever is invited is not heard before they agree, because their microphone may be open.
    public boolean speaks() {
        return !self.mute() && !sanction.mute() && !say.suppressed() && !invited();
    }

    public boolean hears() {
        return !self.deaf() && !sanction.deaf();
    }

    VoiceState with(Self other) {
        return new VoiceState(guild, channel, user, session, other, sanction, say, since);
    }

    VoiceState with(Sanction other) {
        return new VoiceState(guild, channel, user, session, self, other, say, since);
    }

    VoiceState with(Say other) {
        return new VoiceState(guild, channel, user, session, self, sanction, other, since);
    }

    VoiceState suppressed(boolean now) {
        return with(new Say(now, say.requestedAt(), say.priority()));
    }

    VoiceState asking(@Nullable Instant time) {
        return with(new Say(say.suppressed(), time, say.priority()));
    }

    VoiceState movedTo(ChannelId other, boolean stage, Instant now) {
        return new VoiceState(guild, other, user, session, self, sanction, new Say(stage, null, false), now);
    }
}
