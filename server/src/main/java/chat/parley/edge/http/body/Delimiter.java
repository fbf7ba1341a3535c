package chat.parley.edge.http.body;

/// The bytes between two parts, found in one pass (Knuth, Morris, Pratt).
final class Delimiter {
    private final byte[] bytes;
    private final int[] fallback;

    Delimiter(byte[] bytes) {
        this.bytes = bytes;
        this.fallback = new int[bytes.length];
        for (int i = 1; i < bytes.length; i++) {
            fallback[i] = next(fallback[i - 1], Byte.toUnsignedInt(bytes[i]));
        }
    }

    int length() {
        return bytes.length;
    }

    /// As if the line break that it begins with had been read.
    int matchedLineBreak() {
        return 2;
    }

    /// How many of its bytes match after one more.
    int next(int matched, int read) {
        int state = matched;
        while (state > 0 && Byte.toUnsignedInt(bytes[state]) != read) {
            state = fallback[state - 1];
        }
        return Byte.toUnsignedInt(bytes[state]) == read ? state + 1 : 0;
    }
}
