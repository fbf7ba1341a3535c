package chat.parley.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Hints at a firewall on this machine. From here it cannot be seen what it does to others.
final class Firewall {
    private static final Path UFW = Path.of("/etc/ufw");
    private static final Path FIREWALLD = Path.of("/run/firewalld");

    private Firewall() {}

    static List<Finding> findings(int port) {
        return findings(port, UFW, FIREWALLD);
    }

    static List<Finding> findings(int port, Path ufw, Path firewalld) {
        if (Files.isDirectory(firewalld)) {
            return List.of(Finding.advice(
                    "firewall",
                    "firewalld runs",
                    "If people cannot talk: `firewall-cmd --permanent --add-port=" + port + "/udp --add-port=" + port
                            + "/tcp && firewall-cmd --reload`."));
        }
        try {
            boolean on = Files.readString(ufw.resolve("ufw.conf")).contains("ENABLED=yes");
            if (!on) {
                return List.of();
            }
            String rules = Files.readString(ufw.resolve("user.rules"));
            boolean let = rules.lines().anyMatch(it -> it.contains("-p udp --dport " + port + " -j ACCEPT"));
            return List.of(
                    let
                            ? Finding.good("firewall", "ufw lets " + port + "/udp in")
                            : Finding.bad(
                                    "firewall",
                                    "ufw is on and has no rule for " + port + "/udp",
                                    "`ufw allow " + port + "` lets UDP and TCP in."));
        } catch (IOException none) {
            // Not there, or only root may look.
            return List.of();
        }
    }
}
