package chat.parley.media.sdp;

/// Which characters may stand where, so that a name never begins a line of its own.
final class Text {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`{|}~";

    private Text() {}

    /// RFC 8866's token.
    static boolean isToken(String text) {
        return !text.isEmpty()
                && text.length() <= 64
                && text.chars().allMatch(it -> letter(it) || TOKEN_MARKS.indexOf(it) >= 0);
    }

    static boolean isAlphanumeric(String text) {
        return !text.isEmpty() && text.length() <= 16 && text.chars().allMatch(Text::letter);
    }

    private static boolean letter(int it) {
        return (it >= 'a' && it <= 'z') || (it >= 'A' && it <= 'Z') || (it >= '0' && it <= '9');
    }
}
