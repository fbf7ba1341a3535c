package chat.parley.channel;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import java.util.Locale;

/// Names of channels. Those that are written in are lower-case without spaces, as Discord's, so that `#name` in
/// a text is one word; others are as people wrote them.
final class ChannelName {
    private ChannelName() {}

    /// @throws chat.parley.base.refusal.Refused with `Invalid` when nothing or too much is left
    static String tidied(Channel.Kind kind, String name) {
        String tidy = kind.row() == Channel.Kind.Row.WRITTEN ? written(name) : name.strip();
        int length = tidy.codePointCount(0, tidy.length());
        if (length < 1 || length > Limits.CHANNEL_NAME_MAX_CHARS) {
            throw Refusal.length("name", 1, Limits.CHANNEL_NAME_MAX_CHARS);
        }
        return tidy;
    }

    /// White space becomes a dash; ASCII punctuation other than `-` and `_` goes; several dashes become one.
    private static String written(String name) {
        var tidy = new StringBuilder(name.length());
        name.strip()
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .map(it -> Character.isWhitespace(it) || Character.isSpaceChar(it) ? '-' : it)
                .filter(it -> it >= 128 || it == '-' || it == '_' || Character.isLetterOrDigit(it))
                .filter(it -> it != '-' || !endsWithDash(tidy))
                .forEach(tidy::appendCodePoint);
        return tidy.toString();
    }

    private static boolean endsWithDash(StringBuilder text) {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '-';
    }
}
