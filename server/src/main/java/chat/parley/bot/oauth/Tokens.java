package chat.parley.bot.oauth;

import org.jspecify.annotations.Nullable;

/// What a program gets, this once.
///
/// @param refresh absent when it acts for its owner, who can ask again
public record Tokens(
        Agreement agreement, String access, @Nullable String refresh) {
    /// Without the secrets, which must not reach a log.
    @Override
    public String toString() {
        return "Tokens[" + agreement.id() + "]";
    }
}
