package chat.parley.account;

import chat.parley.base.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Free text about a person. Any script is fine and stored as it came; what is refused is text that cannot be seen or
/// that turns its surroundings around.
final class ProfileText {
    private ProfileText() {}

    /// What is wrong with a text of one line; `null` when nothing is.
    static Refusal.@Nullable Problem line(String field, String text, int min, int max) {
        return check(field, text, min, max, false);
    }

    /// The same for a text that may have several lines.
    static Refusal.@Nullable Problem lines(String field, String text, int max) {
        return check(field, text, 0, max, true);
    }

    private static Refusal.@Nullable Problem check(String field, String text, int min, int max, boolean lines) {
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            return new Refusal.Problem(
                    field, "BASE_TYPE_BAD_LENGTH", "Must be between " + min + " and " + max + " in length.");
        }
        boolean sound = text.codePoints().allMatch(it -> it == '\n' ? lines : allowed(it));
        boolean seen = min == 0 || text.codePoints().anyMatch(ProfileText::visible);
        return sound && seen
                ? null
                : new Refusal.Problem(field, "INVALID_CHARACTERS", "Contains characters that are not allowed.");
    }

    /// Bidirectional overrides and isolates could reorder the text beside a name; joiners stay, because emoji and some
    /// scripts need them.
    private static boolean allowed(int c) {
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.SPACE_SEPARATOR, Character.CONTROL, Character.NON_SPACING_MARK -> false;
            // The Hangul fillers and the Braille blank are letters and symbols that show nothing.
            default -> c != 0x115F && c != 0x1160 && c != 0x3164 && c != 0xFFA0 && c != 0x2800;
        };
    }
}
