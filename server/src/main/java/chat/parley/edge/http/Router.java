package chat.parley.edge.http;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the route of a path: a tree of path segments, built once from the table. A literal segment wins over
/// a named one, and the search steps back where the literal leads nowhere, so `/users/@me` and
/// `/users/{user}/x` stand side by side.
public final class Router {

    /// What a path led to.
    public sealed interface Match {
        /// @param names the path's named segments, percent-decoded
        record Found(Route route, Map<String, String> names) implements Match {}

        /// The path exists for other methods.
        record WrongMethod(Set<String> allowed) implements Match {}

        record Nothing() implements Match {}
    }

    private final Node root = new Node();

    public Router(List<Route> table) {
        for (var route : table) {
            add(route);
        }
    }

    /// @param path as it was sent, without prefix and query; segments are decoded one by one, so `%2F` stays
    ///     inside one
    /// @throws Refused with `Malformed` when an escape is broken
    public Match find(HttpMethod method, String path) {
        var segments = segments(path);
        if (segments.isEmpty()) {
            return new Match.Nothing();
        }
        var allowed = new TreeSet<String>();
        var route = root.find(segments, 0, method, allowed);
        if (route == null && method.equals(HttpMethod.HEAD)) {
            route = root.find(segments, 0, HttpMethod.GET, allowed);
        }
        if (route != null) {
            return new Match.Found(route, names(route, segments));
        }
        return allowed.isEmpty() ? new Match.Nothing() : new Match.WrongMethod(allowed);
    }

    private void add(Route route) {
        var node = root;
        for (String segment : route.pattern().substring(1).split("/", -1)) {
            node = node.child(segment);
        }
        if (node.routes.put(route.method(), route) != null) {
            throw new IllegalArgumentException("Twice in the table: " + route.method() + " " + route.pattern());
        }
    }

    private static List<String> segments(String path) {
        if (!path.startsWith("/")) {
            return List.of();
        }
        var raw = path.substring(1).split("/", Limits.HTTP_PATH_MAX_SEGMENTS + 1);
        if (raw.length > Limits.HTTP_PATH_MAX_SEGMENTS) {
            return List.of();
        }
        var segments = new ArrayList<String>(raw.length);
        for (String segment : raw) {
            String decoded = Percent.decoded(segment);
            if (decoded == null) {
                throw new Refused(new Refusal.Malformed("The path is not percent-encoded properly."));
            }
            segments.add(decoded);
        }
        return segments;
    }

    private static Map<String, String> names(Route route, List<String> segments) {
        var pattern = route.pattern().substring(1).split("/", -1);
        var names = new LinkedHashMap<String, String>();
        for (int i = 0; i < pattern.length; i++) {
            if (isName(pattern[i])) {
                names.put(pattern[i].substring(1, pattern[i].length() - 1), segments.get(i));
            }
        }
        return names;
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{");
    }

    private static final class Node {
        private final Map<String, Node> literal = new HashMap<>();
        private final Map<HttpMethod, Route> routes = new HashMap<>();
        private @Nullable Node named;

        Node child(String segment) {
            if (!isName(segment)) {
                return literal.computeIfAbsent(segment, _ -> new Node());
            }
            if (named == null) {
                named = new Node();
            }
            return named;
        }

        @Nullable
        Route find(List<String> segments, int at, HttpMethod method, Set<String> allowed) {
            if (at == segments.size()) {
                routes.keySet().forEach(it -> allowed.add(it.name()));
                return routes.get(method);
            }
            String segment = segments.get(at);
            var exact = literal.get(segment);
            var route = exact == null ? null : exact.find(segments, at + 1, method, allowed);
            if (route != null || named == null || segment.isEmpty()) {
                return route;
            }
            return named.find(segments, at + 1, method, allowed);
        }
    }
}
