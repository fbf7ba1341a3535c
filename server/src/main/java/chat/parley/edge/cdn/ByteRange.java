package chat.parley.edge.cdn;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One range of a file, as `Range: bytes=0-99` asks for it (RFC 9110 §14). Several at once are answered with the whole
/// file, which is allowed.
record ByteRange(long from, long count) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,15})-([0-9]{0,15})");

    /// @return `null` when the whole file is wanted; a count of 0 when there is nothing in the range
    static @Nullable ByteRange of(@Nullable String header, long length) {
        var match = ONE.matcher(header == null ? "" : header);
        if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
            return null;
        }
        if (match.group(1).isEmpty()) {
            long last = Math.min(length, Long.parseLong(match.group(2)));
            return new ByteRange(length - last, last);
        }
        long from = Long.parseLong(match.group(1));
        long end = match.group(2).isEmpty() ? length : Math.min(length, Long.parseLong(match.group(2)) + 1);
        return end < from && !match.group(2).isEmpty() && from < length
                ? null
                : new ByteRange(from, Math.max(0, end - from));
    }

    String said(long length) {
        return "bytes " + from + "-" + (from + count - 1) + "/" + length;
    }
}
