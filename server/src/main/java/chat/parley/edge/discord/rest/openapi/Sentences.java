package chat.parley.edge.discord.rest.openapi;

import chat.parley.edge.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says in words what a route does, from its method and its path, which are named after what they do.
final class Sentences {
    private Sentences() {}

    /// `GET /guilds/{guild}/members` is "List members of the guild".
    static String of(Route route) {
        var parts = parts(route.pattern());
        String last = parts.getLast();
        boolean one = last.startsWith("{") || last.equals("@me") || last.equals("@original");
        int subject = one ? parts.size() - 2 : parts.size() - 1;
        String noun = subject < 0 ? last : spoken(parts.get(subject));
        return verb(route, one) + " " + (one ? "one of " : "") + noun + owners(parts, subject);
    }

    /// A name for generated clients: `getGuildsMembersOne`.
    static String id(Route route) {
        var id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
        for (String part : parts(route.pattern())) {
            for (String word : part.replaceAll("[{}]", "").split("[^A-Za-z0-9]+", -1)) {
                if (!word.isEmpty()) {
                    id.append(part.startsWith("{") ? "By" : "")
                            .append(Character.toUpperCase(word.charAt(0)))
                            .append(word.substring(1));
                }
            }
        }
        return id.toString();
    }

    /// Groups routes: the first word of the path.
    static String tag(Route route) {
        return parts(route.pattern()).getFirst();
    }

    private static String verb(Route route, boolean one) {
        return switch (route.method().name()) {
            case "GET" -> one ? "Read" : "List or read";
            case "POST" -> "Post to";
            case "PUT" -> "Put";
            case "PATCH" -> "Change";
            case "DELETE" -> "Delete";
            default -> route.method().name();
        };
    }

    private static String owners(List<String> parts, int subject) {
        var owners = new StringBuilder();
        for (int i = subject - 1; i > 0; i--) {
            if (parts.get(i).startsWith("{")) {
                owners.append(" of the ").append(parts.get(i), 1, parts.get(i).length() - 1);
            }
        }
        return owners.toString();
    }

    private static String spoken(String part) {
        return part.replaceAll("[{}@]", "").replace('-', ' ').replace('_', ' ');
    }

    static List<String> parts(String pattern) {
        return new ArrayList<>(List.of(pattern.substring(1).split("/", -1)));
    }
}
