package chat.parley.moderation.automod;

import chat.parley.base.id.ChannelId;
import org.jspecify.annotations.Nullable;

/// What a rule does.
///
/// @param message what the author is told, with [Kind#BLOCK]
/// @param channel where the alert goes, with [Kind#ALERT]
/// @param seconds how long, with [Kind#TIMEOUT]
public record Action(
        Kind kind, @Nullable String message, @Nullable ChannelId channel, int seconds) {

    /// `number` is Discord's.
    public enum Kind {
        BLOCK(1),
        ALERT(2),
        TIMEOUT(3),
        RESTRAIN(4);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }

        public static @Nullable Kind of(int number) {
            for (var kind : values()) {
                if (kind.number == number) {
                    return kind;
                }
            }
            return null;
        }
    }
}
