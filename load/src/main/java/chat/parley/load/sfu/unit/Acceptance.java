package chat.parley.load.sfu.unit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An answer that takes every voice and video offered, each in its first codec, and no data.
final class Acceptance {
    private static final Pattern SECTION = Pattern.compile("(?m)^m=(\\w+) (\\d+) (\\S+) (\\S+).*$");

    private Acceptance() {}

    static String of(String offer) {
        var lines = offer.replace("\r", "");
        var answer = new StringBuilder("v=0\no=- 1 1 IN IP4 127.0.0.1\ns=-\nt=0 0\n");
        lines.lines().filter(it -> it.startsWith("a=group:BUNDLE")).forEach(it -> answer.append(it + "\n"));
        var ours = """
                a=ice-ufrag:client
                a=ice-pwd:clientclientclientclient
                a=fingerprint:sha-256 %s
                a=setup:active
                """.formatted(Person.fingerprint());
        answer.append(ours);
        var section = SECTION.matcher(lines);
        for (boolean more = section.find(); more; ) {
            int from = section.end();
            var head = section.toMatchResult();
            more = section.find();
            accept(
                    answer,
                    head.group(1),
                    head.group(3),
                    head.group(4),
                    lines.substring(from, more ? section.start() : lines.length()),
                    ours);
        }
        return answer.toString().replace("\n", "\r\n");
    }

    private static void accept(
            StringBuilder answer, String kind, String protocol, String format, String section, String ours) {
        boolean media = kind.equals("audio") || kind.equals("video");
        answer.append("m=" + kind + (media ? " 9 " : " 0 ") + protocol + " " + format + "\nc=IN IP4 0.0.0.0\n");
        answer.append("a=mid:" + text(section, "a=mid:(.*)") + "\n" + ours);
        if (!media) {
            return;
        }
        answer.append("a=rtcp-mux\n");
        answer.append(section.contains("a=inactive") ? "a=inactive\n" : "a=recvonly\n");
        section.lines()
                .filter(it -> it.startsWith("a=rtpmap:" + format + " ") || it.startsWith("a=fmtp:" + format + " "))
                .forEach(it -> answer.append(it + "\n"));
    }

    private static String text(String section, String pattern) {
        Matcher found = Pattern.compile("(?m)^" + pattern + "$").matcher(section);
        return found.find() ? found.group(1) : "";
    }
}
