package chat.parley.load.node;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One keep-alive connection of one person, with as little of its own cost as Java allows: both share the machine's two
/// cores.
public final class Line implements AutoCloseable {
    private static final int HEAD_END = 4;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "\r\ncontent-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;
    private byte[] answer = new byte[1 << 16];
    private int body;
    private int bodyEnd;

    public Line(Node node, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), node.port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        headers = " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /// Posts and waits for the acknowledgement.
    ///
    /// @param path below `/api/v10`
    /// @return the HTTP status
    public int post(String path, String json) throws IOException {
        return call("POST ", path, json);
    }

    public int put(String path) throws IOException {
        return call("PUT ", path, "");
    }

    public int get(String path) throws IOException {
        return call("GET ", path, "");
    }

    /// What the last answer contained.
    public String body() {
        return new String(answer, body, bodyEnd - body, StandardCharsets.UTF_8);
    }

    private int call(String method, String path, String json) throws IOException {
        var request = method + "/api/v10" + path + headers + json.length() + "\r\n\r\n" + json;
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        int have = 0;
        int head = -1;
        while (head < 0) {
            int from = Math.max(0, have - HEAD_END + 1);
            have = more(have);
            head = end(from, have);
        }
        var text = new String(answer, 0, head, StandardCharsets.ISO_8859_1);
        body = head;
        bodyEnd = head + length(text);
        while (have < bodyEnd) {
            have = more(have);
        }
        return Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3));
    }

    /// Reads what is there.
    private int more(int have) throws IOException {
        if (have == answer.length) {
            answer = Arrays.copyOf(answer, 2 * have);
        }
        int read = in.read(answer, have, answer.length - have);
        if (read < 0) {
            throw new IOException("The server closed the connection");
        }
        return have + read;
    }

    /// Where the body begins; -1 when that has not come yet.
    private int end(int from, int have) {
        for (int i = from; i + HEAD_END <= have; i++) {
            if (answer[i] == '\r' && answer[i + 1] == '\n' && answer[i + 2] == '\r' && answer[i + 3] == '\n') {
                return i + HEAD_END;
            }
        }
        return -1;
    }

    private static int length(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0
                ? 0
                : Integer.parseInt(head.substring(at + LENGTH.length(), head.indexOf('\r', at + LENGTH.length()))
                        .strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
