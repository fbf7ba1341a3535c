package chat.parley.checkup;

import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.file.blob.MasterKeys;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import chat.parley.voice.trial.Advertised;
import chat.parley.voice.trial.TrialKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// Whether calls reach people: the media port, each address that clients are told, TURN. Beside a running node the
/// node itself is tried, else a media server of our own on the same port.
final class Calls {
    private final Config config;
    private final int port;
    private final List<Finding> findings = new ArrayList<>();

    Calls(Config config) {
        this.config = config;
        this.port = config.of(Keys.MEDIA_PORT);
    }

    /// @param running whether a node holds the data directory
    List<Finding> findings(Path data, boolean running) {
        findings.add(new Page(config).finding());
        try {
            var addresses = Advertised.of(config);
            if (running && port == 0) {
                findings.add(Finding.advice(
                        "calls",
                        "the running node took any free port",
                        "Set media_port, so that it can be let through."));
            } else if (running) {
                var known = TrialKey.of(MasterKeys.at(data.resolve("files.key")).derived(TrialKey.PURPOSE));
                tryAll(addresses, port, known);
            } else {
                beside(addresses);
            }
            new Names(config).look(addresses).forEach(findings::add);
        } catch (IOException wrong) {
            findings.add(Finding.bad(
                    "media addresses",
                    String.valueOf(wrong.getMessage()),
                    "media_addresses holds something that is neither an IP address nor a name of one. Correct it."));
        }
        findings.addAll(Kernel.findings());
        return findings;
    }

    /// Nobody serves: we do, for as long as it takes.
    private void beside(List<InetAddress> addresses) throws IOException {
        var host = InetAddress.getByName(config.of(Keys.HOST));
        if (!streamPort(host)) {
            return;
        }
        try (var server = MediaServer.start(MediaSettings.of(host, port, addresses))) {
            findings.add(Finding.good("UDP port", server.port() + " is free"));
            var known = Credentials.random(new SecureRandom());
            server.trial(known);
            tryAll(addresses, server.port(), known);
        } catch (IOException taken) {
            findings.add(Finding.bad(
                    "UDP port",
                    port + ": " + taken.getMessage(),
                    "Another program has it: see which by `ss -lunp sport = :" + port
                            + "`, stop it, or choose another port by --media-port."));
        }
    }

    private boolean streamPort(InetAddress host) {
        try (var socket = new ServerSocket(port, 1, host)) {
            findings.add(Finding.good("TCP media port", socket.getLocalPort() + " is free"));
            return true;
        } catch (IOException taken) {
            findings.add(Finding.bad(
                    "TCP media port",
                    port + ": " + taken.getMessage(),
                    "People whom UDP does not reach cannot talk. See which program has it by `ss -ltnp sport = :" + port
                            + "`, stop it, or choose another port by --media-port."));
            return false;
        }
    }

    private void tryAll(List<InetAddress> addresses, int port, Credentials known) throws IOException {
        if (addresses.isEmpty()) {
            findings.add(Finding.bad(
                    "media addresses", "this machine has none", "Connect it to a network, or set media_addresses."));
            return;
        }
        var ways = new Ways(port, known);
        for (var address : addresses) {
            findings.addAll(ways.to(address));
        }
        if (ways.open().isEmpty() && !ways.own()) {
            findings.add(ways.within());
        }
        findings.addAll(Firewall.findings(port));
        findings.addAll(new RelayServers(config, known).findings(addresses, port, ways.open()));
    }
}
