package chat.parley.config;

import chat.parley.base.web.Network;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How a value is written and read.
///
/// @param rule completes the sentence "It must be …"
/// @param parse throws `IllegalArgumentException` when the text breaks the rule
record Kind<T>(String rule, Function<String, T> parse) {
    /// RFC 7065; an IPv6 address stands in brackets.
    private static final Pattern RELAY =
            Pattern.compile("turns?:([0-9A-Za-z.-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?(\\?transport=(udp|tcp))?");

    static Kind<String> text() {
        return new Kind<>("text", Function.identity());
    }

    static Kind<Path> path() {
        return new Kind<>("a path", Path::of);
    }

    static Kind<Integer> number(int min, int max) {
        return new Kind<>("a whole number from " + min + " to " + max, text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    static Kind<String> choice(String... values) {
        var allowed = List.of(values);
        return new Kind<>("one of " + String.join(", ", values), text -> {
            if (!allowed.contains(text)) {
                throw new IllegalArgumentException("unknown choice");
            }
            return text;
        });
    }

    /// Separated by commas; empty means none.
    static Kind<List<String>> list() {
        return new Kind<>(
                "a list with commas between its entries",
                text -> Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    static Kind<List<String>> networks() {
        return new Kind<>("a list of networks like 10.0.0.0/8 with commas between them", text -> {
            var networks = list().parse().apply(text);
            networks.forEach(Network::of);
            return networks;
        });
    }

    static Kind<List<String>> relays() {
        return new Kind<>("a list of addresses like turn:turn.example.org:3478?transport=udp or turns:…", text -> {
            var relays = list().parse().apply(text);
            if (!relays.stream().allMatch(it -> RELAY.matcher(it).matches())) {
                throw new IllegalArgumentException("no TURN server");
            }
            return relays;
        });
    }

    /// Empty or `https://chat.example.org`, without a path.
    static Kind<String> origin() {
        return new Kind<>("empty or an address like https://chat.example.org", text -> {
            if (text.isEmpty()) {
                return text;
            }
            var uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || !List.of("", "/").contains(uri.getPath())) {
                throw new IllegalArgumentException("no origin");
            }
            return text.replaceFirst("/$", "");
        });
    }

    static Kind<String> matching(String rule, String pattern) {
        return new Kind<>(rule, text -> {
            if (!text.matches(pattern)) {
                throw new IllegalArgumentException("no match");
            }
            return text;
        });
    }
}
