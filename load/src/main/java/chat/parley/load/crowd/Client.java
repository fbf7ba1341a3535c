package chat.parley.load.crowd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One client of the gateway, over as many connections as it needs. Belongs to the crowd's thread.
final class Client {
    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        UPGRADING,
        GREETED,
        READY
    }

    private final int number;
    private final String token;
    private final Crowd crowd;
    private @Nullable SocketChannel socket;
    private State state = State.UPGRADING;
    private @Nullable String session;
    private long sequence;
    /// A piece of a frame, from the end of the last read.
    private byte[] rest = NOTHING;

    Client(int number, String token, Crowd crowd) {
        this.number = number;
        this.token = token;
        this.crowd = crowd;
    }

    int number() {
        return number;
    }

    byte[] rest() {
        return rest;
    }

    void connected(SocketChannel by) throws IOException {
        socket = by;
        rest = NOTHING;
        state = State.UPGRADING;
        say(Frames.upgrade(crowd.form().path(), crowd.form().header).getBytes(StandardCharsets.US_ASCII));
    }

    /// Forgets the connection, and the session with it when nobody comes back.
    void left(boolean forGood) {
        socket = null;
        state = State.UPGRADING;
        if (forGood) {
            session = null;
            sequence = 0;
        }
    }

    void beat() throws IOException {
        if (state == State.READY) {
            say(Frames.text("{\"op\":1,\"d\":" + sequence + "}"));
        }
    }

    void say(byte[] bytes) throws IOException {
        if (socket != null) {
            socket.write(ByteBuffer.wrap(bytes));
        }
    }

    @Nullable
    SocketChannel socket() {
        return socket;
    }

    /// Understands what is whole in the buffer and keeps the rest.
    void read(byte[] bytes, int length) throws IOException {
        int at = state == State.UPGRADING ? upgraded(bytes, length) : 0;
        while (at >= 0 && at < length) {
            int next = frame(bytes, at, length);
            if (next < 0) {
                break;
            }
            at = next;
        }
        int kept = length - Math.max(0, at);
        rest = kept == 0 ? NOTHING : Arrays.copyOfRange(bytes, Math.max(0, at), length);
    }

    private int upgraded(byte[] bytes, int length) throws IOException {
        for (int i = 0; i + END_OF_HEADERS.length <= length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                var head = new String(bytes, 0, i, StandardCharsets.US_ASCII);
                if (!head.startsWith("HTTP/1.1 101") || !crowd.accepted(head)) {
                    throw new IOException("The node did not open the socket: " + head);
                }
                state = State.GREETED;
                say(Frames.text(greeting()));
                return i + END_OF_HEADERS.length;
            }
        }
        return -1;
    }

    private String greeting() {
        return session == null
                ? "{\"op\":2,\"d\":{\"token\":\"" + token + "\"" + crowd.intents()
                        + ",\"properties\":{\"os\":\"linux\",\"browser\":\"load\",\"device\":\"load\"}}}"
                : "{\"op\":6,\"d\":{\"token\":\"" + token + "\",\"session_id\":\"" + session + "\",\"seq\":" + sequence
                        + "}}";
    }

    /// @return where the next one begins, or -1 when this one is not whole
    private int frame(byte[] bytes, int at, int length) throws IOException {
        if (length - at < 2) {
            return -1;
        }
        int size = bytes[at + 1] & 0x7F;
        int body = at + 2;
        if (size >= 126) {
            int digits = size == 126 ? 2 : 8;
            if (length - body < digits) {
                return -1;
            }
            size = 0;
            for (int i = 0; i < digits; i++) {
                size = (size << 8) | (bytes[body + i] & 0xFF);
            }
            body += digits;
        }
        if (length - body < size) {
            return -1;
        }
        switch (bytes[at] & 0x0F) {
            case Frames.PING -> say(Frames.pong());
            case Frames.CLOSE ->
                throw new IOException("The node closed the socket of client " + number + ": "
                        + (size < 2 ? 0 : ((bytes[body] & 0xFF) << 8) | (bytes[body + 1] & 0xFF)));
            default -> heard(crowd.frame().on(bytes, body, size, (bytes[at] & 0x40) != 0));
        }
        return body + size;
    }

    private void heard(Frame frame) throws IOException {
        crowd.counted();
        if (frame.opcode() == 0) {
            event(frame);
        } else if (frame.opcode() == 9) {
            throw new IOException("The node does not resume session " + session);
        }
    }

    /// RESUMED repeats the number of the last event that was sent again.
    private void event(Frame frame) {
        boolean resumed = frame.is("RESUMED");
        if (!resumed && frame.sequence() != sequence + 1) {
            crowd.outOfOrder();
        }
        sequence = Math.max(sequence, frame.sequence());
        if (frame.isMessage()) {
            crowd.ear().message(number, frame);
        } else if (resumed || frame.is("READY")) {
            if (!resumed && crowd.form().legible()) {
                session = between(frame.text(), "\"session_id\":\"");
            }
            state = State.READY;
            crowd.ready();
        }
    }

    private static String between(String text, String mark) {
        int at = text.indexOf(mark) + mark.length();
        return text.substring(at, text.indexOf('"', at));
    }
}
