package chat.parley.bots.jda;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The packets of an Ogg Opus file (RFC 3533, RFC 7845) with one stream, without its two headers.
public final class OggOpus {
    private static final int HEAD = 27;
    private static final int HEADERS = 2;
    private static final int FULL = 255;

    private OggOpus() {}

    public static List<byte[]> packets(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var packets = new ArrayList<byte[]>();
            var packet = new ByteArrayOutputStream();
            for (int page = 0; page < bytes.length; ) {
                int segments = bytes[page + HEAD - 1] & 0xff;
                int at = page + HEAD + segments;
                for (int i = 0; i < segments; i++) {
                    int length = bytes[page + HEAD + i] & 0xff;
                    packet.write(bytes, at, length);
                    at += length;
                    if (length < FULL) {
                        packets.add(packet.toByteArray());
                        packet.reset();
                    }
                }
                page = at;
            }
            return List.copyOf(packets.subList(HEADERS, packets.size()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
