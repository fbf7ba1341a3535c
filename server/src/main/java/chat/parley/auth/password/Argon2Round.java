package chat.parley.auth.password;

/// The permutation inside of Argon2's compression function (RFC 9106, section 3.6): BLAKE2b's round, with
/// multiplications. Hot path of a sign-in: called 39,000 times for a hash of 19 MiB in two passes.
final class Argon2Round {
    private static final int ROUNDS = 8;
    private static final int ROW = 16;

    private Argon2Round() {}

    /// Each sixteen words that stand together.
    static void rows(long[] block) {
        for (int i = 0; i < ROUNDS; i++) {
            round(block, ROW * i, 1, 2);
        }
    }

    /// Each eight pairs that stand below each other.
    static void columns(long[] block) {
        for (int i = 0; i < ROUNDS; i++) {
            round(block, 2 * i, 1, ROW);
        }
    }

    /// A round over eight pairs of words.
    ///
    /// @param step from the first word of a pair to the second
    /// @param pair from a pair to the next
    private static void round(long[] v, int from, int step, int pair) {
        int b = from + 2 * pair;
        int c = from + 4 * pair;
        int d = from + 6 * pair;
        mix(v, from, b, c, d);
        mix(v, from + step, b + step, c + step, d + step);
        mix(v, from + pair, b + pair, c + pair, d + pair);
        mix(v, from + pair + step, b + pair + step, c + pair + step, d + pair + step);
        mix(v, from, b + step, c + pair, d + pair + step);
        mix(v, from + step, b + pair, c + pair + step, d);
        mix(v, from + pair, b + pair + step, c, d + step);
        mix(v, from + pair + step, b, c + step, d + pair);
    }

    private static void mix(long[] v, int ia, int ib, int ic, int id) {
        long a = v[ia];
        long b = v[ib];
        long c = v[ic];
        long d = v[id];
        a = sum(a, b);
        d = Long.rotateRight(d ^ a, 32);
        c = sum(c, d);
        b = Long.rotateRight(b ^ c, 24);
        a = sum(a, b);
        d = Long.rotateRight(d ^ a, 16);
        c = sum(c, d);
        b = Long.rotateRight(b ^ c, 63);
        v[ia] = a;
        v[ib] = b;
        v[ic] = c;
        v[id] = d;
    }

    private static long sum(long x, long y) {
        return x + y + 2 * (x & 0xFFFFFFFFL) * (y & 0xFFFFFFFFL);
    }
}
