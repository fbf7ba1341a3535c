package chat.parley.edge.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A socket that speaks HTTP exactly as a test writes it, also wrongly.
public final class Wire implements AutoCloseable {
    public record Answer(int status, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    private final Socket socket;
    private final InputStream in;

    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    public static Answer ask(int port, String request) throws IOException {
        try (var wire = new Wire(port)) {
            return wire.send(request).answer();
        }
    }

    public static Answer get(int port, String path, String... headers) throws IOException {
        return ask(port, "GET " + path + " HTTP/1.1\r\nHost: test\r\n" + lines(headers) + "\r\n");
    }

    public static Answer post(int port, String path, String body, String... headers) throws IOException {
        return call("POST", port, path, body.getBytes(UTF_8), headers);
    }

    public static Answer call(String method, int port, String path, byte[] body, String... headers) throws IOException {
        try (var wire = new Wire(port)) {
            return wire.send(method + " " + path + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + body.length + "\r\n"
                            + lines(headers) + "\r\n")
                    .send(body)
                    .answer(method.equals("HEAD"));
        }
    }

    public Wire send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    public void endOfRequests() throws IOException {
        socket.shutdownOutput();
    }

    public Answer answer() throws IOException {
        return answer(false);
    }

    /// @throws EOFException when the server has closed the connection instead
    public Answer answer(boolean toHead) throws IOException {
        String first = line();
        if (!first.matches("HTTP/1\\.1 \\d{3} .*")) {
            throw new IOException("No status line: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        var headers = new TreeMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (one, other) -> one + ", " + other);
        }
        int length = toHead ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Answer(status, headers, in.readNBytes(length));
    }

    /// Whether the server has closed the connection after what was read; what it sent meanwhile is still to
    /// be read.
    public boolean isAtEnd() throws IOException {
        in.mark(1);
        boolean ended = in.read() < 0;
        in.reset();
        return ended;
    }

    /// Waits until the server has closed the connection.
    public boolean isEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String lines(String... headers) {
        var lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }
}
