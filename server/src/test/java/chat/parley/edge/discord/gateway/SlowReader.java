package chat.parley.edge.discord.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.base.json.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/// A client that identifies and then reads nothing until it is asked to, with a small receive buffer. Written
/// on a plain socket, because every library reads ahead.
final class SlowReader implements AutoCloseable {
    private final Socket socket = new Socket();
    private final List<Integer> closeCodes = new ArrayList<>();

    SlowReader(int port, String token) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String request = """
                GET /gateway?v=10&encoding=json HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                \r
                """;
        socket.getOutputStream().write(request.getBytes(UTF_8));
        var answer = new ByteArrayOutputStream();
        while (!answer.toString(UTF_8).endsWith("\r\n\r\n")) {
            answer.write(socket.getInputStream().read());
        }
        send("{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"properties\":{}}}");
    }

    private void send(String json) throws IOException {
        byte[] text = json.getBytes(UTF_8);
        var frame = new ByteArrayOutputStream();
        frame.write(0x81);
        frame.write(0x80 | 126);
        frame.write(text.length >> 8);
        frame.write(text.length);
        // A mask of zeros leaves the text as it is.
        frame.write(new byte[4]);
        frame.write(text);
        socket.getOutputStream().write(frame.toByteArray());
    }

    /// Reads everything that was sent, and tells whether the last frame closes with that code.
    boolean closesWith(int code) throws IOException {
        socket.setSoTimeout(20_000);
        var in = new DataInputStream(socket.getInputStream());
        try {
            while (closeCodes.isEmpty()) {
                int first = in.readUnsignedByte();
                long length = in.readUnsignedByte();
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                if (first == 0x88) {
                    closeCodes.add(in.readUnsignedShort());
                } else {
                    in.skipNBytes(length);
                }
            }
        } catch (EOFException gone) {
            return false;
        }
        return closeCodes.contains(code);
    }

    /// Reads dispatches until one contains the mark, and returns the sequence numbers of all, as they came.
    List<Long> numbersUpTo(String mark) throws IOException {
        socket.setSoTimeout(20_000);
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        var numbers = new ArrayList<Long>();
        for (String text = ""; !text.contains(mark); ) {
            int first = in.readUnsignedByte();
            assertEquals(0x81, first, "begins a frame");
            int length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
            text = new String(in.readNBytes(length), UTF_8);
            var dispatch = Json.tree(text.getBytes(UTF_8));
            if (dispatch.path("op").asInt() == 0) {
                numbers.add(dispatch.path("s").asLong());
            }
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
