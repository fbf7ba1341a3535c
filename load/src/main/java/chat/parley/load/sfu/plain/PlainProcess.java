package chat.parley.load.sfu.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.wire.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;

/// The measured process. It says at which port it hears, and then obeys lines on its standard input.
public final class PlainProcess {
    static final String SEALING = "sealing";
    static final String BARE = "bare";

    private PlainProcess() {}

    /// What such a process does with packets.
    public interface Way extends AutoCloseable {
        /// Packets from there go to everybody.
        void hear(Address source);

        /// @return the key for what goes there, or nothing
        String tell(Address destination);

        @Override
        void close();
    }

    public static void main(String... arguments) throws IOException {
        var socket = UdpSockets.open(InetAddress.getLoopbackAddress(), 0);
        int port = socket.port();
        try (Way way = arguments[0].equals(BARE) ? new Bare(socket) : new Sealing(socket);
                var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println(port);
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                System.out.println(obey(way, line.split(" ", -1)));
            }
        }
    }

    private static String obey(Way way, String... words) {
        var address = Address.of(InetAddress.getLoopbackAddress(), Integer.parseInt(words[1]));
        return switch (words[0]) {
            case "hear" -> {
                way.hear(address);
                yield "ok";
            }
            case "tell" -> way.tell(address);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
