package chat.parley.voice;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import org.jspecify.annotations.Nullable;

/// What happens in voice channels. Published in the order of the guild's other events.
public sealed interface VoiceEvent extends Event {
    GuildId guild();

    /// Somebody came (`before` is absent), left (`after` is absent), moved or changed.
    record Changed(
            GuildId guild,
            @Nullable VoiceState before,
            @Nullable VoiceState after) implements VoiceEvent {

        public VoiceState either() {
            var one = after == null ? before : after;
            if (one == null) {
                throw new IllegalStateException("A change is somebody's");
            }
            return one;
        }

        /// Whether somebody is no more where they were.
        public boolean departed() {
            return before != null
                    && (after == null
                            || !after.channel().equals(before.channel())
                            || !after.session().equals(before.session()));
        }
    }

    /// A client may come to the voice gateway with this token.
    record Summoned(VoiceState state, String token) implements VoiceEvent {
        @Override
        public GuildId guild() {
            return state.guild();
        }
    }

    /// Somebody wrote above a channel what is going on in it; absent when that was taken away.
    record StatusSet(
            GuildId guild, ChannelId channel, @Nullable String status) implements VoiceEvent {}
}
