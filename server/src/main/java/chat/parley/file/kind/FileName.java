package chat.parley.file.kind;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes what somebody calls a file into a name that is safe in an address, in a header and on every disk. What had to
/// go is replaced by an underscore, as Discord does.
public final class FileName {
    private static final int MAX_BYTES = 200;
    private static final int ENDING_MAX_CHARS = 16;
    private static final String NAMELESS = "unknown";

    /// Separators, controls, marks that turn the text around, what shells, Windows and headers read as something else.
    private static final Pattern WRONG =
            Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Z}/\\\\:*?\"<>|%#&;`'$]+");

    private static final Set<String> RESERVED = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileName() {}

    public static String clean(String given) {
        String composed = Normalizer.normalize(given, Normalizer.Form.NFC).replace('\\', '/');
        String last = composed.substring(composed.lastIndexOf('/') + 1);
        String name =
                WRONG.matcher(last).replaceAll("_").replaceFirst("^[._-]+", "").replaceFirst("[._-]+$", "");
        if (name.isEmpty()) {
            return NAMELESS;
        }
        String stem = name.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        return shortened(RESERVED.contains(stem) ? "_" + name : name);
    }

    /// Cut in front of the ending, between two characters.
    private static String shortened(String name) {
        if (bytes(name) <= MAX_BYTES) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > ENDING_MAX_CHARS ? "" : name.substring(dot);
        var stem = new StringBuilder();
        int left = MAX_BYTES - bytes(ending);
        for (int c : name.codePoints().toArray()) {
            String one = Character.toString(c);
            left -= bytes(one);
            if (left < 0) {
                break;
            }
            stem.append(one);
        }
        return stem + ending;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
