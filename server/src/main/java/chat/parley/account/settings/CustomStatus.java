package chat.parley.account.settings;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line that people write beside their name, an emoji, or both.
///
/// @param expiresAt when it goes by itself; absent means it stays
public record CustomStatus(
        @Nullable String text,
        @Nullable String emoji,
        @Nullable Instant expiresAt) {
    public CustomStatus {
        if (text == null && emoji == null) {
            throw Refusal.required("custom_status.text");
        }
        check("custom_status.text", text, Limits.CUSTOM_STATUS_MAX_CHARS);
        check("custom_status.emoji_name", emoji, Limits.EMOJI_MAX_CHARS);
    }

    private static void check(String field, @Nullable String text, int max) {
        if (text == null) {
            return;
        }
        if (text.isBlank() || text.codePointCount(0, text.length()) > max) {
            throw Refusal.length(field, 1, max);
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "INVALID_CHARACTERS", "Contains characters that are not allowed.");
        }
    }
}
