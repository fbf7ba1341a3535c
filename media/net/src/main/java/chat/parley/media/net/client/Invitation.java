package chat.parley.media.net.client;

import java.net.InetSocketAddress;
import java.util.regex.Pattern;

/// What a client needs of an offer.
///
/// @param fingerprint of the server's certificate
/// @param server the first UDP candidate
public record Invitation(String fragment, String password, String fingerprint, InetSocketAddress server) {
    static final String PASSWORD = "clientclientclientclient";

    private static final Pattern SECTION = Pattern.compile("m=(audio|video) 9 UDP/TLS/RTP/SAVPF (\\d+).*");
    private static final Pattern CANDIDATE = Pattern.compile("\\d+ 1 udp \\d+ (\\S+) (\\d+) typ host.*");

    /// @throws IllegalArgumentException when something is missing
    public static Invitation of(String offer) {
        var candidate = offer.lines()
                .filter(it -> it.startsWith("a=candidate:"))
                .map(it -> CANDIDATE.matcher(it.substring("a=candidate:".length())))
                .filter(it -> it.matches())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no UDP candidate"));
        var server = new InetSocketAddress(candidate.group(1), Integer.parseInt(candidate.group(2)));
        return new Invitation(
                line(offer, "a=ice-ufrag:"), line(offer, "a=ice-pwd:"), line(offer, "a=fingerprint:sha-256 "), server);
    }

    private static String line(String offer, String beginning) {
        return offer.lines()
                .filter(it -> it.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + beginning))
                .substring(beginning.length());
    }

    /// Agrees with everything: sends what it is asked for and takes what it gets.
    ///
    /// @param fingerprint of the client's certificate
    public static String accept(String offer, String fingerprint) {
        var answer = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
        offer.lines().forEach(line -> accept(answer, line, fingerprint));
        return answer.toString();
    }

    private static void accept(StringBuilder answer, String line, String fingerprint) {
        var section = SECTION.matcher(line);
        if (section.matches()) {
            answer.append("m=" + section.group(1) + " 9 UDP/TLS/RTP/SAVPF " + section.group(2) + "\r\n");
            answer.append("a=ice-ufrag:client\r\na=ice-pwd:" + PASSWORD + "\r\na=setup:active\r\n");
            answer.append("a=fingerprint:sha-256 " + fingerprint + "\r\n");
        }
        switch (line) {
            case "a=recvonly" -> answer.append("a=sendonly\r\n");
            case "a=sendonly" -> answer.append("a=recvonly\r\n");
            case "a=inactive" -> answer.append("a=inactive\r\n");
            default -> {
                if (line.startsWith("a=mid:")) {
                    answer.append(line + "\r\n");
                } else if (line.startsWith("a=simulcast:recv ")) {
                    answer.append(line.replace("recv", "send") + "\r\n");
                }
            }
        }
    }
}
