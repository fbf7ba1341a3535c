package chat.parley.checkup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat.parley.config.Config;
import chat.parley.config.Key;
import chat.parley.config.Keys;
import chat.parley.postgres.FreePort;
import chat.parley.testing.TestFiles;
import chat.parley.testing.TestServer;
import chat.parley.voice.turn.Coturn;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CallsTest {
    private final Path folder = TestFiles.temporary();

    @AfterEach
    void clear() {
        TestFiles.delete(folder);
    }

    @Test
    void with_a_free_port_both_ways_are_open() throws IOException {
        var findings = look(Map.of(Keys.MEDIA_PORT, "" + FreePort.onLoopback()));
        for (var subject : List.of("UDP", "TCP", "UDP port", "TCP media port")) {
            assertTrue(of(findings, subject).good(), findings::toString);
        }
        assertTrue(of(findings, "TURN").good(), findings::toString);
    }

    @Test
    void who_has_the_port_is_to_be_found() throws IOException {
        try (var taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            var udp = of(look(Map.of(Keys.MEDIA_PORT, "" + taken.getLocalPort())), "UDP port");
            assertFalse(udp.good());
            assertTrue(udp.remedy().contains("ss -lunp sport = :" + taken.getLocalPort()), udp::remedy);
        }
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var tcp = of(look(Map.of(Keys.MEDIA_PORT, "" + taken.getLocalPort())), "TCP media port");
            assertFalse(tcp.good());
            assertTrue(tcp.remedy().contains("--media-port"), tcp::remedy);
        }
    }

    @Test
    void an_address_that_leads_elsewhere_is_told_with_its_remedies() throws IOException {
        var findings = look(Map.of(Keys.MEDIA_PORT, "" + FreePort.onLoopback(), Keys.MEDIA_ADDRESSES, "192.0.2.1"));
        var udp = of(findings, "UDP");
        assertFalse(udp.good(), findings::toString);
        for (var word : List.of("media_addresses", "Forward", "hairpin")) {
            assertTrue(udp.remedy().contains(word), udp::remedy);
        }
        assertTrue(of(findings, "media port").good(), findings::toString);
    }

    @Test
    void a_private_address_behind_a_public_name_is_told() throws IOException {
        var settings = Map.<Key<?>, String>of(
                Keys.MEDIA_PORT,
                "" + FreePort.onLoopback(),
                Keys.MEDIA_ADDRESSES,
                "127.0.0.1",
                Keys.PUBLIC_URL,
                "https://192.0.2.7");
        var names = of(look(settings), "media addresses");
        assertFalse(names.good());
        assertTrue(names.remedy().contains("media_addresses = 192.0.2.7, 127.0.0.1"), names::remedy);
    }

    @Test
    void a_relay_that_is_silent_or_lacks_its_secret_is_told() throws IOException {
        var settings = new HashMap<Key<?>, String>(Map.of(
                Keys.MEDIA_PORT,
                "" + FreePort.onLoopback(),
                Keys.TURN_URLS,
                "turn:127.0.0.1:" + FreePort.onLoopback()));
        assertTrue(of(look(settings), "TURN").observation().contains("turn_secret"));
        settings.put(Keys.TURN_SECRET, "secret");
        var silent = of(look(settings), "TURN");
        assertFalse(silent.good());
        assertTrue(silent.remedy().startsWith("Start the TURN server"), silent::remedy);
    }

    @Test
    void a_real_coturn_relays_or_is_told_what_it_lacks() throws IOException {
        assumeTrue(Coturn.installed(), "coturn is installed");
        try (var coturn = Coturn.start("sesame")) {
            for (var transport : List.of("udp", "tcp")) {
                var settings = new HashMap<Key<?>, String>(Map.of(
                        Keys.MEDIA_PORT,
                        "" + FreePort.onLoopback(),
                        Keys.TURN_URLS,
                        coturn.url(transport),
                        Keys.TURN_SECRET,
                        "sesame"));
                var works = of(look(settings), "TURN");
                assertTrue(works.good() && works.observation().contains("reaches the media port"), works::toString);
                settings.put(Keys.TURN_SECRET, "other");
                var refused = of(look(settings), "TURN");
                assertFalse(refused.good());
                assertTrue(refused.remedy().contains("turn_secret"), refused::toString);
                settings.put(Keys.TURN_SECRET, "sesame");
                settings.put(Keys.HOST, "127.0.0.2");
                settings.put(Keys.MEDIA_ADDRESSES, "127.0.0.2");
                var blind = of(look(settings), "TURN");
                assertFalse(blind.good(), blind::toString);
                assertTrue(blind.remedy().contains("allowed-peer-ip"), blind::toString);
            }
        }
    }

    @Test
    void a_page_without_tls_gets_no_microphone_but_here() {
        assertTrue(page(Map.of()).good());
        assertFalse(page(Map.of(Keys.PUBLIC_URL, "http://chat.example.org")).good());
        assertTrue(page(Map.of(Keys.PUBLIC_URL, "http://chat.example.org"))
                .remedy()
                .contains("tls_certificate"));
        assertTrue(page(Map.of(Keys.PUBLIC_URL, "http://localhost:8080")).good());
        assertTrue(page(Map.of(Keys.DOMAIN, "chat.example.org")).good());
        assertTrue(page(Map.of(Keys.HOST, "0.0.0.0")).remedy().contains("https://"));
        assertEquals(
                "",
                page(Map.of(Keys.HOST, "0.0.0.0", Keys.TLS_CERTIFICATE, "chain.pem"))
                        .remedy());
    }

    private Finding page(Map<Key<?>, String> settings) {
        return new Page(config(settings)).finding();
    }

    @Test
    void a_running_node_is_tried_itself() throws IOException {
        String port = "" + FreePort.onLoopback();
        var settings = Map.<Key<?>, String>of(Keys.MEDIA_PORT, port, Keys.DATA_DIR, folder.toString());
        try (var server = TestServer.start(settings)) {
            var findings = new Calls(config(settings)).findings(folder, true);
            assertTrue(of(findings, "UDP").good() && of(findings, "TCP").good(), findings::toString);
            assertEquals(401, server.caller().post("/voice/trials", Map.of()).status());
        }
        var gone = new Calls(config(settings)).findings(folder, true);
        assertFalse(of(gone, "UDP").good(), gone::toString);
    }

    @Test
    void a_firewall_without_a_rule_is_told() throws IOException {
        Files.writeString(folder.resolve("ufw.conf"), "ENABLED=yes\n");
        Files.writeString(folder.resolve("user.rules"), "-A ufw-user-input -p udp --dport 9 -j ACCEPT\n");
        assertFalse(Firewall.findings(10_000, folder, folder.resolve("none"))
                .getFirst()
                .good());
        assertTrue(
                Firewall.findings(9, folder, folder.resolve("none")).getFirst().good());
        assertTrue(Firewall.findings(9, folder.resolve("none"), folder.resolve("none"))
                .isEmpty());
    }

    private List<Finding> look(Map<Key<?>, String> settings) {
        return new Calls(config(settings)).findings(folder, false);
    }

    private Config config(Map<Key<?>, String> settings) {
        var all = new HashMap<Key<?>, String>(Map.of(Keys.HOST, "127.0.0.1", Keys.DATA_DIR, folder.toString()));
        all.putAll(settings);
        return Config.with(all);
    }

    private static Finding of(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(it -> it.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing of " + subject + " in " + findings));
    }
}
