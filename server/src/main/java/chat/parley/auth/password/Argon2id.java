package chat.parley.auth.password;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/// An Argon2id hash (RFC 9106) as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`, Base64 without padding.
record Argon2id(Argon2Cost cost, byte[] salt, byte[] hash) {
    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,128})\\$([A-Za-z0-9+/]{22,128})");

    static Argon2id of(Password password, byte[] salt, Argon2Cost cost) {
        return new Argon2id(cost, salt, derived(password, salt, cost, HASH_BYTES));
    }

    static boolean written(String stored) {
        return stored.startsWith("$argon2id$");
    }

    /// @throws IllegalArgumentException when the text is no hash of ours
    static Argon2id parse(String stored) {
        var match = FORM.matcher(stored);
        if (!match.matches()) {
            throw new IllegalArgumentException("A stored password hash is damaged");
        }
        var cost = new Argon2Cost(
                Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
        var decoder = Base64.getDecoder();
        return new Argon2id(cost, decoder.decode(match.group(4)), decoder.decode(match.group(5)));
    }

    /// The expected and the computed hash are compared in constant time.
    boolean matches(Password password) {
        return MessageDigest.isEqual(hash, derived(password, salt, cost, hash.length));
    }

    String text() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "Argon2id[" + cost + "]";
    }

    private static byte[] derived(Password password, byte[] salt, Argon2Cost cost, int length) {
        byte[] bytes = password.bytes();
        byte[] derived = Argon2.hash(bytes, salt, cost, length);
        Arrays.fill(bytes, (byte) 0);
        return derived;
    }
}
