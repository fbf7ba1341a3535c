package chat.parley.file.scan;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.base.content.Content;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.config.Keys;
import chat.parley.testing.TestFiles;
import chat.parley.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Against a server that speaks clamd's protocol, and against clamd itself where it is installed.
final class ClamAvTest {
    /// The harmless file that every scanner must find, in two halves, so that none finds it in this source.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static Content content(String text) {
        return Content.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Refusal refusal(Scanner scanner, String text) {
        return assertThrows(Refused.class, () -> scanner.check(content(text))).refusal();
    }

    /// Answers one INSTREAM a connection as clamd does.
    private static void serve(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    var in = new DataInputStream(socket.getInputStream())) {
                assertEquals("zINSTREAM\0", new String(in.readNBytes(10), StandardCharsets.US_ASCII));
                var whole = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    whole.writeBytes(in.readNBytes(length));
                }
                String found =
                        whole.toString(StandardCharsets.US_ASCII).contains("EICAR") ? "Eicar-Test FOUND\0" : "OK\0";
                String answer = whole.size() > 1_000_000 ? "INSTREAM size limit exceeded. ERROR\0" : "stream: " + found;
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Test
    void a_virus_is_refused_and_a_clean_file_is_not() throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> serve(server));
            var scanner = ClamAv.at("127.0.0.1:" + server.getLocalPort());
            assertDoesNotThrow(() -> scanner.check(content("hello")));
            assertInstanceOf(Refusal.Invalid.class, refusal(scanner, EICAR));
            assertInstanceOf(Refusal.Busy.class, refusal(scanner, "x".repeat(1_000_001)), "not examined is not clean");
        }
    }

    @Test
    void without_an_answer_nothing_is_taken() throws IOException {
        int free;
        try (var server = new ServerSocket(0)) {
            free = server.getLocalPort();
        }
        assertInstanceOf(Refusal.Busy.class, refusal(ClamAv.at("127.0.0.1:" + free), "hello"));
    }

    @Test
    void nobody_is_asked_when_none_is_configured() {
        assertDoesNotThrow(() -> ClamAv.at("").check(content(EICAR)));
    }

    private static void assertRefusedOverHttp(Path socket) {
        try (var server = TestServer.start(Map.of(Keys.CLAMAV, socket.toString()))) {
            var owner = server.caller().register("owner");
            String guild = owner.post("/guilds", Map.of("name", "Files"))
                    .expected()
                    .path("id")
                    .asString();
            String messages = "";
            for (var it : owner.get("/guilds/" + guild + "/channels").expected()) {
                messages = it.path("type").asInt() == 0
                        ? "/channels/" + it.path("id").asString() + "/messages"
                        : messages;
            }
            byte[] virus = EICAR.getBytes(StandardCharsets.US_ASCII);
            assertEquals(
                    50035,
                    owner.upload("POST", messages, Map.of(), Map.of("a.txt", virus))
                            .code());
            owner.upload("POST", messages, Map.of(), Map.of("b.txt", "clean".getBytes(StandardCharsets.US_ASCII)))
                    .expected();
            assertEquals(1, owner.get(messages).expected().size());
        }
    }

    @Test
    void clamd_itself_finds_it() throws Exception {
        Path clamd = Path.of("/usr/sbin/clamd");
        assumeTrue(Files.isExecutable(clamd), "clamd is installed");
        Path directory = TestFiles.temporary();
        Path signatures = Files.createDirectory(directory.resolve("db"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "Eicar-Test:0:*:45494341522d5354414e444152442d414e544956495255532d544553542d46494c45\n");
        Path socket = directory.resolve("clamd.ctl");
        Path settings = Files.writeString(
                directory.resolve("clamd.conf"), """
                DatabaseDirectory %s
                LocalSocket %s
                Foreground yes
                User %s
                """.formatted(signatures, socket, System.getProperty("user.name")));
        var process = new ProcessBuilder(clamd.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("clamd.log").toFile())
                .start();
        try {
            for (int i = 0; i < 600 && !Files.exists(socket) && process.isAlive(); i++) {
                Thread.sleep(100);
            }
            var scanner = ClamAv.at(socket.toString());
            assertDoesNotThrow(() -> scanner.check(content("hello")));
            assertInstanceOf(Refusal.Invalid.class, refusal(scanner, EICAR));
            assertRefusedOverHttp(socket);
        } finally {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
            TestFiles.delete(directory);
        }
    }
}
