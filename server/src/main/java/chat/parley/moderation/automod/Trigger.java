package chat.parley.moderation.automod;

import chat.parley.base.limit.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sets off a rule. Each kind uses some of the fields and leaves the others empty.
///
/// @param keywords words and phrases, with stars for open ends
/// @param patterns regular expressions
/// @param allowed what may stand there in spite of the rest; for [Kind#LINK] the domains that may be linked to
/// @param presets word lists that come with the server, by Discord's numbers
/// @param mentionLimit how many one message may mention
/// @param raidProtection whether mentions by newcomers are counted together
public record Trigger(
        Kind kind,
        List<String> keywords,
        List<String> patterns,
        List<String> allowed,
        List<Integer> presets,
        int mentionLimit,
        boolean raidProtection) {

    public Trigger {
        keywords = List.copyOf(keywords);
        patterns = List.copyOf(patterns);
        allowed = List.copyOf(allowed);
        presets = List.copyOf(presets);
    }

    /// `number` is Discord's. LINK has a number that Discord uses for none of its public kinds.
    public enum Kind {
        KEYWORD(1, Limits.AUTOMOD_KEYWORD_RULES_MAX),
        LINK(2, 1),
        SPAM(3, 1),
        PRESET(4, 1),
        MENTIONS(5, 1),
        PROFILE(6, 1);

        private final int number;
        private final int most;

        Kind(int number, int most) {
            this.number = number;
            this.most = most;
        }

        public int number() {
            return number;
        }

        /// How many such rules a guild may have.
        int most() {
            return most;
        }

        /// Whether it reads names instead of messages.
        public boolean ofNames() {
            return this == PROFILE;
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
