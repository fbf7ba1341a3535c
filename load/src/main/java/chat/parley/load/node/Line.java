package chat.parley.load.node;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One keep-alive connection of one person, with as little of its own cost as Java allows: both share the machine's two
/// cores.
public final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String headers;
    private byte[] body = {};

    public Line(Node node, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), node.port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
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
        return new String(body, StandardCharsets.UTF_8);
    }

    private int call(String method, String path, String json) throws IOException {
        var request = method + "/api/v10" + path + headers + json.length() + "\r\n\r\n" + json;
        out.write(request.getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        int length = 0;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        body = in.readNBytes(length);
        return status;
    }

    private String readLine() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
