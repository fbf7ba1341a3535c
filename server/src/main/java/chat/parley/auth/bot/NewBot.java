package chat.parley.auth.bot;

import chat.parley.account.User;

/// A bot and the only copy of its token.
public record NewBot(User user, String token) {
    /// Without the token, which must not reach a log.
    @Override
    public String toString() {
        return "NewBot[" + user.id() + "]";
    }
}
