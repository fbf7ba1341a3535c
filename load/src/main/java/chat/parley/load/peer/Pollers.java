package chat.parley.load.peer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Many listeners that ask Matrix's `/sync` again and again, each on a connection and a virtual thread of its own.
final class Pollers implements Audience {
    private static final int PATIENCE_S = 120;
    private static final String NEXT = "\"next_batch\":\"";

    private final Heard heard = new Heard();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean closed;

    Pollers(int port, List<String> tokens) throws IOException, InterruptedException {
        var begun = new CountDownLatch(tokens.size());
        for (var token : tokens) {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            sockets.add(socket);
            Thread.ofVirtual().start(() -> listen(socket, token, begun));
        }
        if (!begun.await(PATIENCE_S, TimeUnit.SECONDS)) {
            throw new IOException(begun.getCount() + " listeners have not begun");
        }
    }

    @Override
    public Heard heard() {
        return heard;
    }

    private void listen(Socket socket, String token, CountDownLatch begun) {
        try {
            var in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            var since = between(ask(socket, in, token, "timeout=0"), NEXT);
            begun.countDown();
            while (!closed) {
                var news = ask(socket, in, token, "timeout=30000&since=" + since);
                count(news);
                since = between(news, NEXT);
            }
        } catch (IOException broken) {
            if (!closed) {
                throw new IllegalStateException("A listener was cut off", broken);
            }
        }
    }

    private void count(String news) {
        long now = System.nanoTime();
        for (int at = news.indexOf(Receivers.MARK); at >= 0; at = news.indexOf(Receivers.MARK, at + 1)) {
            long due = Long.parseLong(news.substring(at + Receivers.MARK.length(), at + Receivers.KEPT));
            heard.add(due, now);
        }
    }

    private static String ask(Socket socket, InputStream in, String token, String query) throws IOException {
        var request = "GET /_matrix/client/v3/sync?" + query + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        var status = line(in);
        int length = -1;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        var body = length >= 0 ? in.readNBytes(length) : chunked(in);
        if (!status.contains(" 200")) {
            throw new IOException(status);
        }
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static byte[] chunked(InputStream in) throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            whole.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return whole.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String between(String text, String mark) throws IOException {
        int at = text.indexOf(mark) + mark.length();
        if (at < mark.length()) {
            throw new IOException("No place to go on from: " + text);
        }
        return text.substring(at, text.indexOf('"', at));
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (var socket : sockets) {
            socket.close();
        }
    }
}
