package chat.parley.load.sfu.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.net.udp.UdpSockets;
import chat.parley.media.srtp.MasterKey;
import chat.parley.media.wire.Address;
import java.net.InetAddress;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class PipeTest {
    private static final int LISTENERS = 3;

    /// The ways of [PlainProcess], in this process.
    private record Here(PlainProcess.Way way, int port) implements Forwarder {
        static Here of(Function<UdpSocket, PlainProcess.Way> way) throws Exception {
            var socket = UdpSockets.open(InetAddress.getLoopbackAddress(), 0);
            int port = socket.port();
            return new Here(way.apply(socket), port);
        }

        private static Address at(int port) {
            return Address.of(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public String name() {
            return "here";
        }

        @Override
        public int hear(int from) {
            way.hear(at(from));
            return port;
        }

        @Override
        public @Nullable MasterKey tell(int to) {
            var key = way.tell(at(to));
            return key.isEmpty() ? null : Keys.read(key);
        }

        @Override
        public ProcessHandle process() {
            return ProcessHandle.current();
        }

        @Override
        public void close() {
            way.close();
        }
    }

    @Test
    void everybody_gets_and_opens_what_the_engine_was_given_plain() throws Exception {
        everything(Here.of(Sealing::new));
    }

    @Test
    void everybody_gets_what_the_bare_loop_was_given() throws Exception {
        everything(Here.of(Bare::new));
    }

    private static void everything(Forwarder forwarder) throws Exception {
        try (var pipe = new Pipe(forwarder, LISTENERS, 1)) {
            var speech = pipe.round((it, round) -> it.speak(round, 50, 1));
            assertEquals(0, speech.missing());
            var video = pipe.round((it, round) -> it.show(round, 50, 1));
            assertEquals(0, video.missing());
            assertEquals(0, pipe.broken());
            assertTrue(video.p50Ms() > 0 && video.p50Ms() <= video.last99Ms(), "late by the kernel's clock");
        }
    }

    @Test
    void only_what_is_sealed_has_a_key() throws Exception {
        try (var sealing = Here.of(Sealing::new);
                var bare = Here.of(Bare::new)) {
            sealing.hear(9);
            assertNotNull(sealing.tell(10));
            assertNull(bare.tell(10));
        }
    }
}
