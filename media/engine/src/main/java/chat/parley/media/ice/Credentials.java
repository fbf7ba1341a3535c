package chat.parley.media.ice;

import java.util.random.RandomGenerator;

/// A user fragment and a password (RFC 8445 section 5.3). The fragment names the participant to whom a check
/// belongs, therefore it must be unguessable too.
public record Credentials(String fragment, String password) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int FRAGMENT_CHARS = 12;
    private static final int PASSWORD_CHARS = 24;

    public Credentials {
        if (!valid(fragment, 4) || !valid(password, 22)) {
            throw new IllegalArgumentException("not ice-chars of RFC 8839 section 5.4");
        }
    }

    public static Credentials random(RandomGenerator random) {
        return new Credentials(text(random, FRAGMENT_CHARS), text(random, PASSWORD_CHARS));
    }

    private static boolean valid(String text, int min) {
        return text.length() >= min && text.length() <= 256 && text.chars().allMatch(it -> ALPHABET.indexOf(it) >= 0);
    }

    private static String text(RandomGenerator random, int chars) {
        var text = new StringBuilder(chars);
        for (int i = 0; i < chars; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
