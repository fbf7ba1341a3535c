package chat.parley.account;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name that is unique on this node: 2 to 32 of `a-z 0-9 . _`, no two dots in a row.
public record Username(String text) {
    private static final String FIELD = "username";

    public Username {
        var problem = problem(text);
        if (problem != null) {
            throw new Refused(new Refusal.Invalid(List.of(problem)));
        }
    }

    /// Reads what somebody typed: surrounding space goes, A–Z becomes a–z. Only ASCII is lowered, so that
    /// neither the Kelvin sign nor a Turkish İ turns into a Latin letter.
    public static Username of(String typed) {
        return new Username(lowered(typed));
    }

    /// What is wrong with a typed name; `null` when nothing is.
    public static Refusal.@Nullable Problem problem(String typed) {
        String name = lowered(typed);
        if (name.length() < Limits.USERNAME_MIN_CHARS || name.length() > Limits.USERNAME_MAX_CHARS) {
            return new Refusal.Problem(
                    FIELD,
                    "BASE_TYPE_BAD_LENGTH",
                    "Must be between " + Limits.USERNAME_MIN_CHARS + " and " + Limits.USERNAME_MAX_CHARS
                            + " in length.");
        }
        if (!name.chars().allMatch(Username::allowed)) {
            return new Refusal.Problem(
                    FIELD, "USERNAME_INVALID", "Please only use numbers, letters, underscores _ , or periods.");
        }
        if (name.contains("..")) {
            return new Refusal.Problem(FIELD, "USERNAME_INVALID", "Usernames cannot contain two periods in a row.");
        }
        return null;
    }

    /// The name as the eye takes it: names that look alike have the same.
    String look() {
        return text.replace('0', 'o').replace('1', 'l').replace("rn", "m").replace("vv", "w");
    }

    static String lowered(String typed) {
        var name = new StringBuilder(typed.strip());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                name.setCharAt(i, (char) (c + 'a' - 'A'));
            }
        }
        return name.toString();
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    }
}
