package chat.parley.budget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Many clients of the gateway on plain sockets, read by whoever waits for them, so that nothing of theirs runs on the
/// server's threads.
final class Crowd implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int TAIL = 256;
    private static final int GUILDS_AND_MESSAGES = 1 | 1 << 9;
    private static final String DISPATCH = "\"op\":0,";

    private final Selector selector = Selector.open();
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long bytes;
    private int events;

    Crowd() throws IOException {}

    /// What one client has received lately, for marks that fall between two reads.
    private static final class Heard {
        private String tail = "";

        boolean add(String text, String mark) {
            String all = tail + text;
            int at = all.indexOf(mark);
            int rest = at < 0 ? 0 : at + mark.length();
            tail = all.substring(Math.max(rest, all.length() - TAIL));
            return at >= 0;
        }
    }

    void connect(int port, String token, String query) throws IOException {
        connect(port, token, query, GUILDS_AND_MESSAGES);
    }

    /// @param intents which events it is told of, as Discord numbers them
    void connect(int port, String token, String query, int intents) throws IOException {
        var socket = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        String request =
                "GET /gateway?v=10&encoding=json" + query + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                        + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        socket.write(ByteBuffer.wrap(request.getBytes(UTF_8)));
        socket.configureBlocking(false);
        socket.register(selector, SelectionKey.OP_READ, new Heard());
        await("\"op\":10", 1);
        say(socket, "{\"op\":2,\"d\":{\"token\":\"" + token + "\",\"intents\":" + intents + ",\"properties\":{}}}");
        await("\"READY\"", 1);
    }

    /// Everybody says that they have received their first events.
    void beat(int upTo) throws IOException {
        for (var socket : sockets) {
            say(socket, "{\"op\":1,\"d\":" + upTo + "}");
        }
        await("\"op\":11", sockets.size());
    }

    private static void say(SocketChannel socket, String words) throws IOException {
        byte[] text = words.getBytes(UTF_8);
        var frame = ByteBuffer.allocate(text.length + 8).put((byte) 0x81);
        if (text.length < 126) {
            frame.put((byte) (0x80 | text.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) text.length);
        }
        // A mask of zeros leaves the text as it is.
        socket.write(frame.putInt(0).put(text).flip());
    }

    /// Reads until that many clients have been told the mark.
    ///
    /// @return how many bytes came meanwhile, to all
    long await(String mark, int clients) throws IOException {
        bytes = 0;
        events = 0;
        int reached = 0;
        while (reached < clients) {
            if (selector.select(20_000) == 0) {
                throw new AssertionError(reached + " of " + clients + " clients were told " + mark);
            }
            for (var key : selector.selectedKeys()) {
                reached += read((SocketChannel) key.channel(), (Heard) key.attachment(), mark) ? 1 : 0;
            }
            selector.selectedKeys().clear();
        }
        return bytes;
    }

    /// How many events came during the last [#await], to all.
    int events() {
        return events;
    }

    private boolean read(SocketChannel socket, Heard heard, String mark) throws IOException {
        buffer.clear();
        int read = socket.read(buffer);
        if (read < 0) {
            throw new AssertionError("The server hung up");
        }
        bytes += read;
        String text = new String(buffer.array(), 0, read, UTF_8);
        for (int at = text.indexOf(DISPATCH); at >= 0; at = text.indexOf(DISPATCH, at + 1)) {
            events++;
        }
        return heard.add(text, mark);
    }

    @Override
    public void close() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        selector.close();
    }
}
