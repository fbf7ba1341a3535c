package chat.parley.load.sfu.unit;

import chat.parley.load.node.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// LiveKit's server: one node, one UDP port, ICE lite.
final class LiveKit implements Unit {
    private static final int TRIES = 3;

    private final AtomicInteger people = new AtomicInteger();
    private final Program program;
    private final InetSocketAddress media;
    private final int port;

    LiveKit(Path folder) throws IOException, InterruptedException {
        port = Processes.freePort();
        media = new InetSocketAddress(InetAddress.getLoopbackAddress(), Processes.freeUdpPort());
        var settings =
                """
                port: %d
                bind_addresses: ["127.0.0.1"]
                rtc:
                  udp_port: %d
                  tcp_port: %d
                  node_ip: 127.0.0.1
                  use_ice_lite: true
                  enable_loopback_candidate: true
                keys:
                  %s: %s
                logging:
                  level: error
                """.formatted(port, media.getPort(), Processes.freePort(), LiveKitToken.KEY, LiveKitToken.SECRET);
        program = Program.start(
                folder.resolve("livekit.out"),
                List.of(folder.resolve("bin/livekit-server").toString(), "--config-body", settings));
        program.await(() -> new Socket(InetAddress.getLoopbackAddress(), port)).close();
    }

    @Override
    public String name() {
        return "LiveKit";
    }

    @Override
    public Publisher publish() throws Exception {
        var line = new LiveKitLine(port, LiveKitToken.of("publisher", true));
        var answer = line.publish(Wish.offer("127.0.0.1"));
        return Publisher.of(Person.connected("publisher", LiveKitLine.invitation(answer, media), line), "0", "1");
    }

    /// Whoever calls from an address that somebody had who left is taken for that one, and not answered as long as
    /// the server remembers. So a call that fails is made anew, from another.
    @Override
    public Person attend() throws Exception {
        for (int i = 1; ; i++) {
            try {
                return attendOnce();
            } catch (IOException unanswered) {
                if (i == TRIES) {
                    throw unanswered;
                }
            }
        }
    }

    private Person attendOnce() throws IOException, GeneralSecurityException, InterruptedException {
        var id = "person" + people.incrementAndGet();
        var line = new LiveKitLine(port, LiveKitToken.of(id, false));
        try {
            var person = Person.connected(id, LiveKitLine.invitation(line.offer(), media), line);
            line.awaitTracks();
            return person;
        } catch (IOException unanswered) {
            line.close();
            throw unanswered;
        }
    }

    @Override
    public void leave(Person person) throws Exception {
        person.close();
    }

    @Override
    public ProcessHandle forwarder() {
        return program.process().toHandle();
    }

    @Override
    public void close() {
        program.close();
    }
}
