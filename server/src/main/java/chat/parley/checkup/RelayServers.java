package chat.parley.checkup;

import chat.parley.base.id.UserId;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.media.ice.Credentials;
import chat.parley.media.net.client.TurnTrial;
import chat.parley.voice.turn.Relays;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/// Tries the TURN servers: an account, a relay, and the media port through it.
final class RelayServers {
    private static final String SUBJECT = "TURN";
    private static final Pattern URL =
            Pattern.compile("(turns?):(\\[[^]]+]|[^:?]+)(?::([0-9]+))?(?:\\?transport=(udp|tcp))?");
    private static final int STANDARD_PORT = 3_478;
    /// Nobody's; the name in a relay's account says whom it is for.
    private static final UserId NOBODY = new UserId(1);

    private final Config config;
    private final Credentials known;

    RelayServers(Config config, Credentials known) {
        this.config = config;
        this.known = known;
    }

    /// @param told where clients are sent
    /// @param open those of them that answer
    List<Finding> findings(List<InetAddress> told, int port, List<InetAddress> open) {
        var urls = config.of(Keys.TURN_URLS);
        if (urls.isEmpty()) {
            return List.of(Finding.advice(
                    SUBJECT,
                    "there is none",
                    "Only networks that let nothing but web pages through need one; docs/operating/turn.md says how."));
        }
        var access = new Relays(urls, config.of(Keys.TURN_SECRET), Clock.systemUTC()).accessFor(NOBODY);
        if (access == null) {
            return List.of(Finding.bad(
                    SUBJECT,
                    "turn_secret is empty",
                    "Set it to what the TURN server has as static-auth-secret; nobody is relayed without it."));
        }
        var media = new InetSocketAddress((open.isEmpty() ? told : open).getFirst(), port);
        return urls.stream().map(it -> one(it, access, media)).toList();
    }

    private Finding one(String url, Relays.Access access, InetSocketAddress media) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            return Finding.bad(SUBJECT, url, "Write it as turn:turn.example.org:3478?transport=udp.");
        }
        if (parts.group(1).equals("turns")) {
            return Finding.good(SUBJECT, url + ": over TLS, which only a browser can try");
        }
        int port = parts.group(3) == null ? STANDARD_PORT : Integer.parseInt(parts.group(3));
        var server = new InetSocketAddress(parts.group(2), port);
        if (server.isUnresolved()) {
            return Finding.bad(SUBJECT, url + ": the name has no address", "Make a DNS record, or correct turn_urls.");
        }
        boolean tcp = "tcp".equals(parts.group(4));
        var result = TurnTrial.of(server, tcp, access.username(), access.credential(), media, known);
        String seen = url + ": " + result.detail();
        return switch (result.outcome()) {
            case WORKS -> Finding.good(SUBJECT, seen + ", and it reaches the media port");
            case SILENT ->
                Finding.bad(
                        SUBJECT,
                        seen,
                        "Start the TURN server, and open port " + port + (tcp ? "/tcp" : "/udp") + " of its machine.");
            case REFUSED ->
                Finding.bad(
                        SUBJECT,
                        seen,
                        "Its static-auth-secret is not turn_secret, use-auth-secret is missing, or its clock is wrong.");
            case EXHAUSTED ->
                Finding.bad(SUBJECT, seen, "The TURN server accepts the account and makes no relay; see its log.");
            case BLIND ->
                Finding.bad(
                        SUBJECT,
                        seen + ", but it does not reach " + media.getAddress().getHostAddress() + " port "
                                + media.getPort(),
                        "Set the TURN server's allowed-peer-ip to an address of media_addresses, and let it send UDP.");
        };
    }
}
