package chat.parley.moderation.automod.match;

import java.text.Normalizer;
import java.util.Locale;

/// A text as rules compare it: lower case, without accents, invisible characters and fancy forms of letters, so that
/// none of them hides a word.
final class Plain {
    private Plain() {}

    static String of(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 0x80;
        }
        if (ascii) {
            return text.toLowerCase(Locale.ROOT);
        }
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(it -> {
            int type = Character.getType(it);
            boolean hidden = type == Character.FORMAT
                    || type == Character.NON_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || it == 0x115F
                    || it == 0x3164;
            if (!hidden) {
                plain.appendCodePoint(it);
            }
        });
        return Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
