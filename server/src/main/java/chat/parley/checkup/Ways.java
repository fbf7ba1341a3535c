package chat.parley.checkup;

import chat.parley.media.ice.Credentials;
import chat.parley.media.net.client.Trial;
import chat.parley.voice.trial.Advertised;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Tries the ways to the media port, address by address, by UDP and by TCP.
final class Ways {
    private final int port;
    private final Credentials known;
    private final List<InetAddress> open = new ArrayList<>();
    private boolean own;

    Ways(int port, Credentials known) {
        this.port = port;
        this.known = known;
    }

    /// The addresses at which UDP was answered.
    List<InetAddress> open() {
        return List.copyOf(open);
    }

    /// Whether one of them was this machine's own.
    boolean own() {
        return own;
    }

    List<Finding> to(InetAddress address) throws IOException {
        boolean ours = Advertised.isOwn(address);
        boolean reached = false;
        var findings = new ArrayList<Finding>();
        try {
            findings.add(Finding.good("UDP", described(address) + took(Trial.overUdp(at(address), known))));
            open.add(address);
            own |= ours;
            reached = true;
        } catch (IOException closed) {
            findings.add(closed("UDP", address, ours, closed));
        }
        // An address that nothing leads to is told once.
        if (reached || ours) {
            try {
                findings.add(Finding.good("TCP", described(address) + took(Trial.overTcp(at(address), known))));
            } catch (IOException closed) {
                findings.add(closed("TCP", address, ours, closed));
            }
        }
        return findings;
    }

    /// Whether the port is served at all, when no address that is told leads there.
    Finding within() {
        try {
            Trial.overUdp(at(InetAddress.getLoopbackAddress()), known);
            return Finding.good("media port", "it answers within this machine, so the way to it is what is missing");
        } catch (IOException closed) {
            return Finding.bad(
                    "media port",
                    port + " does not answer within this machine either: " + closed.getMessage(),
                    "The node's log says why it could not take the port. Restart it when the port is free.");
        }
    }

    private Finding closed(String way, InetAddress address, boolean ours, IOException why) {
        String seen = described(address) + ": " + why.getMessage();
        String rule = port + "/" + way.toLowerCase(Locale.ROOT);
        if (ours) {
            return Finding.bad(
                    way,
                    seen,
                    "A firewall on this machine may block it: let " + rule + " in, as by `ufw allow " + rule + "`.");
        }
        if (Advertised.isPrivate(address)) {
            return Finding.bad(
                    way,
                    seen,
                    "This machine does not have the address, and it leads nowhere. Put an address of this machine, or "
                            + "the public one, into media_addresses.");
        }
        return Finding.bad(
                way,
                seen,
                "1. If it is not this network's public address, correct media_addresses. 2. Forward " + port
                        + "/udp and " + port + "/tcp in the router, or open them in the provider's firewall, to this "
                        + "machine. 3. If people outside can talk and those in this network cannot, the router lacks "
                        + "NAT loopback (hairpin): turn it on, or add this machine's own address to media_addresses.");
    }

    private static String took(Trial.Answer answer) {
        return ", %.1f ms".formatted(answer.nanos() / 1e6) + ", seen from "
                + answer.seenAs().host().getHostAddress();
    }

    private String described(InetAddress address) {
        return address.getHostAddress() + " port " + port;
    }

    private InetSocketAddress at(InetAddress address) {
        return new InetSocketAddress(address, port);
    }
}
