package chat.parley.friend;

import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody else is to a user.
///
/// @param nick what the user calls a friend
public record Relation(UserId other, Kind kind, @Nullable String nick, Instant since) {

    /// `number` is Discord's.
    public enum Kind {
        FRIEND(1),
        BLOCKED(2),
        /// The other asked to be a friend.
        INCOMING(3),
        /// The user asked.
        OUTGOING(4);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    Relation named(@Nullable String other) {
        return new Relation(this.other, kind, other, since);
    }
}
