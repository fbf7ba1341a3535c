package chat.parley.account;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of an e-mail address, loosely: whether it receives mail only a mail can tell.
final class Email {
    /// No nested repetition, so the time to match grows only with the length.
    private static final Pattern FORM =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)*");

    private Email() {}

    static Refusal.@Nullable Problem problem(String email) {
        boolean sound = email.length() <= Limits.EMAIL_MAX_CHARS
                && FORM.matcher(email).matches()
                && ProfileText.line("email", email, 1, Limits.EMAIL_MAX_CHARS) == null;
        return sound
                ? null
                : new Refusal.Problem("email", "EMAIL_TYPE_INVALID_EMAIL", "Not a well formed email address.");
    }
}
