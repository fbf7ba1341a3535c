package chat.parley.message.text;

/// Text of people's, made fit to be stored.
public final class Text {
    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /// Without blanks around it and without what no UTF-8 text may hold: NUL, and halves of surrogate pairs, which a
    /// JSON escape can smuggle in.
    public static String clean(String raw) {
        String text = raw.strip();
        return sound(text) ? text : repaired(text).strip();
    }

    /// Its length as people count it.
    public static int chars(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean sound(String text) {
        return text.chars().noneMatch(it -> it == 0 || Character.isSurrogate((char) it))
                || text.codePoints().noneMatch(Text::unfit);
    }

    private static String repaired(String text) {
        var repaired = new StringBuilder(text.length());
        text.codePoints().filter(it -> it != 0).forEach(it -> repaired.appendCodePoint(unfit(it) ? REPLACEMENT : it));
        return repaired.toString();
    }

    private static boolean unfit(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
