package chat.parley.file.scan;

import chat.parley.base.content.Content;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a `clamd` by its command INSTREAM (clamd(8)). A file that could not be examined is not taken: the operator
/// asked for examined files.
public final class ClamAv implements Scanner {
    private static final Logger log = LoggerFactory.getLogger(ClamAv.class);
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int ANSWER_MAX_BYTES = 4_096;
    private static final int RETRY_MS = 10_000;

    private final SocketAddress address;

    private ClamAv(SocketAddress address) {
        this.address = address;
    }

    /// @param where a socket's path (`/run/clamav/clamd.ctl`) or `host:port`; empty for none
    public static Scanner at(String where) {
        if (where.isEmpty()) {
            return NONE;
        }
        int colon = where.lastIndexOf(':');
        return new ClamAv(
                where.startsWith("/")
                        ? UnixDomainSocketAddress.of(Path.of(where))
                        : new InetSocketAddress(
                                where.substring(0, colon), Integer.parseInt(where.substring(colon + 1))));
    }

    @Override
    public void check(Content content) {
        String answer;
        try {
            answer = asked(content);
        } catch (IOException failure) {
            log.error("ClamAV at {} does not answer; uploads are refused until it does", address, failure);
            throw new Refused(new Refusal.Busy(RETRY_MS), failure);
        }
        if (answer.endsWith(" FOUND")) {
            log.warn("An upload was refused: {}", answer);
            throw Refusal.invalid("attachments", "ATTACHMENT_MALICIOUS", "This file contains malware.");
        }
        if (!answer.endsWith(" OK")) {
            log.error("ClamAV could not examine an upload: {}", answer);
            throw new Refused(new Refusal.Busy(RETRY_MS));
        }
    }

    private String asked(Content content) throws IOException {
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var socket = SocketChannel.open(family)) {
            socket.connect(address);
            var out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(socket), CHUNK_BYTES));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            try (var in = content.open()) {
                var chunk = new byte[CHUNK_BYTES];
                for (int read = in.read(chunk); read > 0; read = in.read(chunk)) {
                    out.writeInt(read);
                    out.write(chunk, 0, read);
                }
            }
            out.writeInt(0);
            out.flush();
            byte[] answer = Channels.newInputStream(socket).readNBytes(ANSWER_MAX_BYTES);
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
