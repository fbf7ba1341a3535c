package chat.parley.load.peer;

import chat.parley.load.crowd.Frames;
import chat.parley.load.node.Processes;
import chat.parley.load.peer.Receivers.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The servers that `load/peers/get.sh` fetches. They store nothing, check no permission and number nothing.
final class Brokers {
    private static final String ROOM = "room";
    private static final long READY_WITHIN_NS = 20_000_000_000L;

    private Brokers() {}

    /// Those that are in the folder, each with how to start it there.
    static List<Starting> in(Path folder) {
        return List.of(
                new Starting("nats-server", folder.resolve("bin/nats-server"), Brokers::nats),
                new Starting("mosquitto", folder.resolve("root/usr/sbin/mosquitto"), Brokers::mosquitto),
                new Starting("Node ws", folder.resolve("node_modules/ws"), Brokers::ws));
    }

    record Starting(String name, Path needs, Start start) {
        Optional<Peer> begin(Path folder) throws Exception {
            return Files.exists(needs) ? Optional.of(start.in(folder)) : Optional.empty();
        }
    }

    @FunctionalInterface
    interface Start {
        Peer in(Path folder) throws Exception;
    }

    private record Broker(
            String name,
            int port,
            Peer.Program program,
            Function<Integer, List<Step>> listeners,
            List<Step> sending,
            Function<String, byte[]> words)
            implements Peer {
        @Override
        public List<Step> listening(int n) {
            return listeners.apply(n);
        }

        @Override
        public byte[] message(String text) {
            return words.apply(text);
        }

        @Override
        public double cpuSeconds() throws IOException {
            return program.cpuSeconds();
        }

        @Override
        public void close() {
            program.close();
        }

        Broker ready() throws Exception {
            long began = System.nanoTime();
            while (true) {
                try {
                    Receivers.open(port, sending).close();
                    return this;
                } catch (IOException notYet) {
                    if (System.nanoTime() - began > READY_WITHIN_NS) {
                        close();
                        throw new IllegalStateException(name + " was not ready in time", notYet);
                    }
                    Thread.sleep(20);
                }
            }
        }
    }

    private static Peer nats(Path folder) throws Exception {
        int port = Processes.freePort();
        var program = new Peer.Program(
                folder.resolve("nats.log"),
                folder + "/bin/nats-server",
                "-a",
                "127.0.0.1",
                "-p",
                Integer.toString(port));
        var hello = Step.of("CONNECT {\"verbose\":false,\"pedantic\":false}\r\nPING\r\n", "PONG");
        return new Broker(
                        "nats-server",
                        port,
                        program,
                        _ -> List.of(hello, Step.of("SUB " + ROOM + " 1\r\nPING\r\n", "PONG")),
                        List.of(hello),
                        text -> latin("PUB " + ROOM + " " + text.length() + "\r\n" + text + "\r\n"))
                .ready();
    }

    private static Peer mosquitto(Path folder) throws Exception {
        int port = Processes.freePort();
        var settings = folder.resolve("mosquitto.conf");
        Files.writeString(settings, "listener " + port + " 127.0.0.1\nallow_anonymous true\nmax_queued_messages 0\n");
        var program = new Peer.Program(
                folder.resolve("mosquitto.log"),
                "env",
                "LD_LIBRARY_PATH=" + folder + "/root/usr/lib/x86_64-linux-gnu:" + folder + "/root/lib/x86_64-linux-gnu",
                folder + "/root/usr/sbin/mosquitto",
                "-c",
                settings.toString());
        return new Broker(
                        "mosquitto",
                        port,
                        program,
                        n -> List.of(mqttHello("r" + n), new Step(mqttSubscribe(), "\u0090")),
                        List.of(mqttHello("sender")),
                        Brokers::mqttPublish)
                .ready();
    }

    private static Peer ws(Path folder) throws Exception {
        int port = Processes.freePort();
        var program = new Peer.Program(
                folder.resolve("ws.log"), "node", folder.resolve("room.cjs").toString(), Integer.toString(port));
        var hello = List.of(Step.of(Frames.upgrade("/", ""), "welcome"));
        return new Broker("Node ws", port, program, _ -> hello, hello, Frames::text).ready();
    }

    /// MQTT 3.1.1, §3.1: no will, no user, no keep-alive.
    private static Step mqttHello(String client) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0});
        mqttString(body, client);
        return new Step(packet(0x10, body), " \u0002");
    }

    private static byte[] mqttSubscribe() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(new byte[] {0, 1});
        mqttString(body, ROOM);
        body.write(0);
        return packet(0x82, body);
    }

    private static byte[] mqttPublish(String text) {
        var body = new ByteArrayOutputStream();
        mqttString(body, ROOM);
        body.writeBytes(latin(text));
        return packet(0x30, body);
    }

    private static void mqttString(ByteArrayOutputStream body, String text) {
        body.write(text.length() >> 8);
        body.write(text.length());
        body.writeBytes(latin(text));
    }

    private static byte[] packet(int kind, ByteArrayOutputStream body) {
        var packet = new ByteArrayOutputStream();
        packet.write(kind);
        int rest = body.size();
        do {
            packet.write(rest >= 128 ? rest % 128 | 128 : rest);
            rest /= 128;
        } while (rest > 0);
        packet.writeBytes(body.toByteArray());
        return packet.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
