package chat.parley.auth.password;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which passwords are taken: 8 to 128 characters, and none that every attacker tries first. No rules about digits and
/// signs, which make passwords worse (NIST SP 800-63B, section 5.1.1.2).
public final class PasswordPolicy {
    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /// What is wrong with a password that somebody wants; `null` when nothing is.
    ///
    /// @param field its name on the wire
    /// @param username whose password it will be
    public static Refusal.@Nullable Problem problem(String field, Password password, String username) {
        int length = password.text().codePointCount(0, password.text().length());
        if (length < Limits.PASSWORD_MIN_CHARS || length > Limits.PASSWORD_MAX_CHARS) {
            return new Refusal.Problem(
                    field,
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between " + Limits.PASSWORD_MIN_CHARS + " and " + Limits.PASSWORD_MAX_CHARS
                            + " in length.");
        }
        String plain = password.text().toLowerCase(Locale.ROOT);
        boolean oneCharacter = plain.codePoints().distinct().count() == 1;
        if (oneCharacter || COMMON.contains(plain) || plain.equals(username.toLowerCase(Locale.ROOT))) {
            return new Refusal.Problem(field, "PASSWORD_TOO_COMMON", "This password is too easy to guess.");
        }
        return null;
    }

    private static Set<String> common() {
        try (var list = Objects.requireNonNull(
                PasswordPolicy.class.getResourceAsStream("/passwords/common.txt"), "passwords/common.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
