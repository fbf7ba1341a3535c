package chat.parley.load.crowd;

import java.nio.charset.StandardCharsets;

/// One frame in the buffer in which it came; valid until the ear has heard it.
public final class Frame {
    private static final byte[] OP = "\"op\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "\"t\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NUMBER = "\"s\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MESSAGE = "MESSAGE_CREATE\"".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD_MAX_BYTES = 128;

    private final Form form;
    private byte[] bytes = {};
    private int from;
    private int length;
    private boolean compressed;
    private int event;
    private int opcode;
    private long sequence;

    Frame(Form form) {
        this.form = form;
    }

    /// The head of an event is legible in every form: what differs for each session is stored and not compressed.
    ///
    /// @param newBytes with four more after the frame, which may be written to
    Frame on(byte[] newBytes, int newFrom, int newLength, boolean isCompressed) {
        bytes = newBytes;
        from = newFrom;
        length = newLength;
        compressed = isCompressed;
        int head = Math.min(length, HEAD_MAX_BYTES);
        opcode = (int) number(after(OP, from, head));
        event = opcode == 0 ? after(EVENT, from, head) : -1;
        sequence = opcode == 0 ? number(after(NUMBER, event, head - (event - from))) : -1;
        return this;
    }

    int opcode() {
        return opcode;
    }

    long sequence() {
        return sequence;
    }

    boolean isMessage() {
        return event >= 0 && begins(MESSAGE, event);
    }

    boolean is(String name) {
        return event >= 0 && begins((name + '"').getBytes(StandardCharsets.US_ASCII), event);
    }

    /// All that it says, in Latin-1; dear.
    public String text() {
        return form.text(bytes, from, length, compressed);
    }

    /// The number after a mark in a frame that is not compressed, or -1.
    public long plainNumber(byte[] mark) {
        return number(after(mark, from, length));
    }

    private long number(int at) {
        if (at < 0) {
            return -1;
        }
        long value = 0;
        for (int i = at; i < from + length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    private int after(byte[] mark, int start, int within) {
        if (start < 0) {
            return -1;
        }
        for (int i = start; i + mark.length <= start + within; i++) {
            if (bytes[i] == mark[0] && begins(mark, i)) {
                return i + mark.length;
            }
        }
        return -1;
    }

    private boolean begins(byte[] mark, int at) {
        if (at + mark.length > from + length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
