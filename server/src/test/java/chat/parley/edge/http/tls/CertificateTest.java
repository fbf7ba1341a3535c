package chat.parley.edge.http.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.edge.http.EventLoops;
import chat.parley.edge.http.HttpOptions;
import chat.parley.edge.http.HttpServer;
import chat.parley.testing.TestCertificate;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CertificateTest {
    private static final int LOOK_MS = 20;
    private static final String REQUEST = "GET /nowhere HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n";

    @TempDir
    Path files;

    private final TestCertificate first = TestCertificate.make();
    private final EventLoops loops = EventLoops.open();
    private final HttpServer server =
            new HttpServer(HttpOptions.of("127.0.0.1", 0, List.of(), List.of()), loops, List.of(), Map.of());
    private Certificate certificate;
    private int port;

    @BeforeEach
    void start() throws IOException {
        certificate = new Certificate(first.chainIn(chain()), first.keyIn(key()), LOOK_MS);
        server.secure(certificate);
        port = server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        loops.close();
        certificate.close();
    }

    @Test
    void requests_come_by_tls() throws IOException {
        try (var socket = connect(first)) {
            assertEquals("TLSv1.3", socket.getSession().getProtocol());
            assertTrue(asked(socket, REQUEST).startsWith("HTTP/1.1 404"));
        }
        try (var socket = connect(first)) {
            assertTrue(asked(socket, "GET / HTTP/7.0\r\n\r\n").startsWith("HTTP/1.1 "), "a refusal arrives too");
        }
    }

    @Test
    void plain_http_is_told_where_it_is() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String answer = asked(socket, REQUEST);
            assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("https://"), answer);
        }
    }

    @Test
    void a_renewed_certificate_serves_without_a_restart_and_a_broken_one_does_not() throws IOException {
        var second = TestCertificate.make();
        Files.writeString(chain(), "half a certif");
        pause();
        try (var socket = connect(first)) {
            assertEquals(first.serial(), serial(socket));
        }
        second.keyIn(key());
        second.chainIn(chain());
        BigInteger served = first.serial();
        for (int i = 0; i < 500 && !served.equals(second.serial()); i++) {
            pause();
            served = probe(second);
        }
        assertEquals(second.serial(), served);
    }

    private BigInteger probe(TestCertificate trusted) {
        try (var socket = connect(trusted)) {
            return serial(socket);
        } catch (IOException stillTheOld) {
            return BigInteger.ZERO;
        }
    }

    private SSLSocket connect(TestCertificate trusted) throws IOException {
        var socket = (SSLSocket) trusted.trusting().getSocketFactory().createSocket("127.0.0.1", port);
        socket.startHandshake();
        return socket;
    }

    private static BigInteger serial(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
    }

    private static String asked(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(2L * LOOK_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Path chain() {
        return files.resolve("chain.pem");
    }

    private Path key() {
        return files.resolve("key.pem");
    }
}
