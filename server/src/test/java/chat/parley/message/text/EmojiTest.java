package chat.parley.message.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "❤️",
                "🔥",
                "👩‍👩‍👧‍👦",
                "🏳️‍🌈",
                "👁️‍🗨️",
                "⛹🏽‍♂️",
                "👩‍⚕️",
                "🇩🇪",
                "🇪🇺",
                "1️⃣",
                "#️⃣",
                "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
                "🫱🏻‍🫲🏿",
                "©️",
                "🏴‍☠️"
            })
    void an_emoji_is_one(String emoji) {
        assertEquals(Optional.of(emoji), Emoji.of(emoji));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "👍👍",
                "👍a",
                "party:123456789012345678",
                "<script>",
                "🇩",
                "🇦🇦",
                "🏽",
                "\u200D",
                "👍\u200D",
                "\uFE0F",
                "\uD83D",
                "🏴󠁧󠁢󠁸󠁸󠁸󠁿",
                "👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩‍👩"
            })
    void anything_else_is_none(String text) {
        assertEquals(Optional.empty(), Emoji.of(text));
    }

    @Test
    void two_spellings_of_one_emoji_are_one() {
        assertEquals(Emoji.of("❤️"), Emoji.of("❤"));
        assertEquals(Emoji.of("1️⃣"), Emoji.of("1⃣"));
        assertEquals(Emoji.of("🏳️‍🌈"), Emoji.of("🏳‍🌈"));
        assertEquals(Emoji.of("👍"), Emoji.of("👍\uFE0F"));
    }
}
