package chat.parley.bot;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes user names, which are unique and plain, of application names, which are neither.
final class BotName {
    private static final int TRIES = 6;
    private static final int SUFFIX_CHARS = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BotName() {}

    /// The name itself, as far as a user name can hold it, then the same with numbers.
    static List<String> candidates(String name) {
        String plain = plain(name);
        var candidates = new ArrayList<String>();
        if (plain.length() >= Limits.USERNAME_MIN_CHARS) {
            candidates.add(plain);
        }
        String stem = plain.isEmpty() ? "bot" : plain;
        int most = Limits.USERNAME_MAX_CHARS - SUFFIX_CHARS;
        String cut = stem.length() > most ? stem.substring(0, most) : stem;
        for (int i = 0; i < TRIES; i++) {
            candidates.add(cut + "_" + RANDOM.nextInt(1_000, 10_000));
        }
        return candidates;
    }

    static boolean taken(Refused refused) {
        return refused.refusal() instanceof Refusal.Invalid(var problems)
                && problems.stream().anyMatch(it -> it.code().equals("USERNAME_ALREADY_TAKEN"));
    }

    private static String plain(String name) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String plain = letters.replaceAll("[^a-z0-9._ -]", "")
                .replaceAll("[ -]+", "_")
                .replaceAll("[._]{2,}", "_")
                .replaceAll("^[._]+|[._]+$", "");
        return plain.length() > Limits.USERNAME_MAX_CHARS ? plain.substring(0, Limits.USERNAME_MAX_CHARS) : plain;
    }
}
