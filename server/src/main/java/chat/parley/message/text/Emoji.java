package chat.parley.message.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells one emoji from other text, after Unicode Technical Standard 51, and writes it in its one fully qualified form,
/// so that ❤ with and without a variation selector is the same reaction.
public final class Emoji {
    private static final int MAX_CODE_POINTS = 20;
    private static final int JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int REGION_A = 0x1F1E6;
    private static final int REGION_Z = 0x1F1FF;
    private static final int TAG_END = 0xE007F;
    /// England, Scotland, Wales: the only flags spelt with tags that are recommended for interchange.
    private static final Set<String> SUBDIVISIONS = Set.of("gbeng", "gbsct", "gbwls");
    private static final Set<String> REGIONS = regions();

    private final int[] points;
    private final StringBuilder form = new StringBuilder();
    private int at;

    private Emoji(int[] points) {
        this.points = points;
    }

    /// The emoji in its one form, or nothing when the text is not exactly one.
    public static Optional<String> of(String text) {
        if (text.isEmpty() || text.length() > 2 * MAX_CODE_POINTS) {
            return Optional.empty();
        }
        int[] points = text.codePoints().toArray();
        var emoji = new Emoji(points);
        boolean one = points.length <= MAX_CODE_POINTS
                && (emoji.flag() || emoji.keycap() || emoji.subdivision() || emoji.joined());
        return one ? Optional.of(emoji.form.toString()) : Optional.empty();
    }

    private boolean flag() {
        if (points.length != 2 || !region(points[0]) || !region(points[1])) {
            return false;
        }
        String name = "" + (char) ('A' + points[0] - REGION_A) + (char) ('A' + points[1] - REGION_A);
        append(points[0], points[1]);
        return REGIONS.contains(name);
    }

    private boolean keycap() {
        boolean closed = points.length > 1 && points.length < 4 && points[points.length - 1] == KEYCAP;
        if (!closed || "0123456789#*".indexOf(points[0]) < 0 || (points.length == 3 && points[1] != AS_EMOJI)) {
            return false;
        }
        append(points[0], AS_EMOJI, KEYCAP);
        return true;
    }

    private boolean subdivision() {
        if (points.length < 3 || points[0] != BLACK_FLAG || points[points.length - 1] != TAG_END) {
            return false;
        }
        var name = new StringBuilder();
        for (int i = 1; i < points.length - 1; i++) {
            name.append((char) (points[i] - 0xE0000));
        }
        append(points);
        return SUBDIVISIONS.contains(name.toString());
    }

    /// Pictures, each perhaps with a skin tone, glued by joiners.
    private boolean joined() {
        do {
            if (!picture()) {
                return false;
            }
            if (at == points.length) {
                return true;
            }
            append(points[at]);
        } while (points[at++] == JOINER);
        return false;
    }

    private boolean picture() {
        if (at == points.length || !base(points[at])) {
            return false;
        }
        int base = points[at++];
        append(base);
        boolean selected = at < points.length && points[at] == AS_EMOJI;
        if (selected) {
            at++;
        }
        if (at < points.length && Character.isEmojiModifier(points[at]) && Character.isEmojiModifierBase(base)) {
            append(points[at++]);
        } else if (!Character.isEmojiPresentation(base)) {
            append(AS_EMOJI);
        }
        return true;
    }

    private static boolean base(int point) {
        return Character.isEmoji(point) && !Character.isEmojiComponent(point);
    }

    private static boolean region(int point) {
        return point >= REGION_A && point <= REGION_Z;
    }

    private void append(int... more) {
        for (int point : more) {
            form.appendCodePoint(point);
        }
    }

    private static Set<String> regions() {
        var regions = new HashSet<>(List.of(Locale.getISOCountries()));
        regions.addAll(List.of("AC", "CP", "DG", "EA", "EU", "IC", "TA", "UN", "XK"));
        return regions;
    }
}
