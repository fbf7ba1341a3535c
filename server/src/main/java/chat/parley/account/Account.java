package chat.parley.account;

import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// An account as its owner sees it.
///
/// @param email absent when none was given
/// @param operator true for those who own this node
public record Account(User user, @Nullable String email, String bio, String pronouns, boolean operator) {
    public UserId id() {
        return user.id();
    }

    public boolean bot() {
        return user.kind() == User.Kind.BOT;
    }

    /// Without the e-mail address, which must not reach a log.
    @Override
    public String toString() {
        return "Account[" + user.id() + ", operator=" + operator + "]";
    }
}
