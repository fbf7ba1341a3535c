package chat.parley.voice.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import chat.parley.postgres.FreePort;
import chat.parley.testing.TestFiles;
import chat.parley.voice.turn.Relays.Access;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A coturn with the settings that Parley ships, on the loopback address.
public final class Coturn implements AutoCloseable {
    private static final Path SHIPPED = Path.of("..", "deploy", "coturn", "turnserver.conf");
    private static final Path SERVER = Path.of("/usr/bin/turnserver");
    private static final Path CLIENT = Path.of("/usr/bin/turnutils_uclient");
    private static final String HOME = "127.0.0.1";

    private final Path directory;
    private final Process process;
    private final int port;

    private Coturn(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    public static boolean installed() {
        return Files.isExecutable(SERVER) && Files.isExecutable(CLIENT);
    }

    public static Coturn start(String secret) throws IOException {
        var directory = TestFiles.temporary();
        String shipped = Files.readString(SHIPPED)
                .replace("CHANGE-ME", secret)
                .replace("203.0.113.10", HOME)
                .replaceAll("(?m)^(syslog|cert=.*|pkey=.*)$", "");
        var settings = Files.writeString(directory.resolve("turnserver.conf"), shipped);
        int port = FreePort.onLoopback();
        var process = new ProcessBuilder(
                        SERVER.toString(),
                        "-c",
                        settings.toString(),
                        "--listening-ip=" + HOME,
                        "--relay-ip=" + HOME,
                        "--listening-port=" + port,
                        "--allow-loopback-peers",
                        "--no-tls",
                        "--no-dtls",
                        "--log-file=stdout",
                        "--pidfile=" + directory.resolve("pid"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        var coturn = new Coturn(directory, process, port);
        coturn.await();
        return coturn;
    }

    /// As `turn_urls` has it.
    public String url(String transport) {
        return "turn:" + HOME + ":" + port + "?transport=" + transport;
    }

    /// Whether coturn's own client gets its packets back from there through the relay.
    boolean relays(Access access, DatagramSocket peer) throws Exception {
        var client = new ProcessBuilder(
                        CLIENT.toString(),
                        "-u",
                        access.username(),
                        "-w",
                        access.credential(),
                        "-p",
                        Integer.toString(port),
                        "-e",
                        peer.getLocalAddress().getHostAddress(),
                        "-r",
                        Integer.toString(peer.getLocalPort()),
                        "-n",
                        "3",
                        "-c",
                        HOME)
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(client.getInputStream().readAllBytes(), UTF_8);
            return client.waitFor(10, TimeUnit.SECONDS)
                    && client.exitValue() == 0
                    && said.contains("tot_send_msgs=3, tot_recv_msgs=3");
        } finally {
            client.destroyForcibly();
        }
    }

    /// Asks for an address by STUN until there is an answer.
    private void await() throws IOException {
        byte[] binding = new byte[20];
        binding[1] = 1;
        binding[4] = 0x21;
        binding[5] = 0x12;
        binding[6] = (byte) 0xa4;
        binding[7] = 0x42;
        try (var socket = new DatagramSocket(0, InetAddress.ofLiteral(HOME))) {
            socket.setSoTimeout(100);
            for (int i = 0; i < 100 && process.isAlive(); i++) {
                socket.send(new DatagramPacket(binding, binding.length, InetAddress.ofLiteral(HOME), port));
                if (answered(socket)) {
                    return;
                }
            }
        }
        throw new IllegalStateException(Files.readString(directory.resolve("log")));
    }

    private static boolean answered(DatagramSocket socket) throws IOException {
        try {
            socket.receive(new DatagramPacket(new byte[512], 512));
            return true;
        } catch (SocketTimeoutException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        TestFiles.delete(directory);
    }
}
