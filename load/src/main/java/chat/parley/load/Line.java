package chat.parley.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// One keep-alive connection that posts messages, with as little of its own cost as Java allows: both share the
/// machine's two cores.
final class Line implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String head;

    Line(int port, String token, String channel) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        in = new BufferedInputStream(socket.getInputStream(), 8_192);
        out = socket.getOutputStream();
        head = "POST /api/v10/channels/" + channel + "/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /// Posts and waits for the acknowledgement.
    ///
    /// @return the HTTP status
    int post(String json) throws IOException {
        out.write((head + json.length() + "\r\n\r\n" + json).getBytes(StandardCharsets.ISO_8859_1));
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        int length = 0;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.skipNBytes(length);
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
