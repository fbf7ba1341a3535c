package chat.parley.base.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import chat.parley.base.web.Unreachable.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One request and its answer on the wire (RFC 9112), as much of it as a client needs that says `Connection: close`.
final class Exchange {
    private static final int LINE_MAX_BYTES = 8 * 1_024;
    private static final int HEADERS_MAX = 100;
    private static final int INTERIM_MAX = 5;

    private Exchange() {}

    static void write(OutputStream out, WebCall call, String authority) throws IOException {
        String path = call.address().getRawPath();
        String query = call.address().getRawQuery();
        var head = new StringBuilder(call.method()).append(' ');
        head.append(path == null || path.isEmpty() ? "/" : path);
        head.append(query == null ? "" : "?" + query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(authority).append("\r\nConnection: close\r\nAccept-Encoding: identity\r\n");
        if (call.body().length > 0 || !call.method().equals("GET")) {
            head.append("Content-Length: ").append(call.body().length).append("\r\n");
        }
        call.headers()
                .forEach((name, value) -> head.append(clean(name))
                        .append(": ")
                        .append(clean(value))
                        .append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out.write(call.body());
        out.flush();
    }

    static WebAnswer read(InputStream in, WebCall call) throws IOException {
        int status = status(line(in));
        var headers = headers(in);
        for (int interim = 0; status >= 100 && status < 200; interim++) {
            if (interim == INTERIM_MAX) {
                throw new Unreachable(Why.NO_HTTP, "No final answer");
            }
            status = status(line(in));
            headers = headers(in);
        }
        var body = new ByteArrayOutputStream();
        boolean cut = status != 204 && status != 304 && body(in, headers, body, call.maxBytes());
        return new WebAnswer(call.address(), status, headers, body.toByteArray(), cut);
    }

    /// @return whether there was more than the limit
    private static boolean body(InputStream in, Map<String, String> headers, ByteArrayOutputStream to, int max)
            throws IOException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunked(in, to, max);
        }
        String length = headers.get("content-length");
        long size = length == null ? Long.MAX_VALUE : number(length, 10);
        return copied(in, to, Math.min(size, max)) == max && size > max && (length != null || in.read() >= 0);
    }

    private static boolean chunked(InputStream in, ByteArrayOutputStream to, int max) throws IOException {
        while (true) {
            long size = number(line(in).split(";", 2)[0].strip(), 16);
            if (size == 0) {
                return false;
            }
            long room = max - (long) to.size();
            copied(in, to, Math.min(size, room));
            if (size > room) {
                return true;
            }
            line(in);
        }
    }

    /// @return how many bytes there were, at most the limit
    private static long copied(InputStream in, ByteArrayOutputStream to, long most) throws IOException {
        byte[] buffer = new byte[8 * 1_024];
        long done = 0;
        while (done < most) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, most - done));
            if (read < 0) {
                return done;
            }
            to.write(buffer, 0, read);
            done += read;
        }
        return done;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (int i = 0; i <= HEADERS_MAX; i++) {
            String line = line(in);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        throw new Unreachable(Why.NO_HTTP, "Too many headers");
    }

    private static int status(String line) {
        if (!line.startsWith("HTTP/1.") || line.length() < 12) {
            throw new Unreachable(Why.NO_HTTP, "No answer of HTTP");
        }
        return (int) number(line.substring(9, 12), 10);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() == LINE_MAX_BYTES) {
                throw new Unreachable(Why.NO_HTTP, "The answer is cut short or has a line without end");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private static long number(String text, int radix) {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw new Unreachable(Why.NO_HTTP, "No number where one belongs", notANumber);
        }
        throw new Unreachable(Why.NO_HTTP, "No number where one belongs");
    }

    /// Nothing that ends the line, and with it the header.
    private static String clean(String text) {
        return text.replaceAll("[\\r\\n\\x00]", " ");
    }
}
