package chat.parley.conformance;

import chat.parley.edge.http.Route;
import java.util.List;

/// The findings as a page.
///
/// @param routes what the server has
record Page(List<Operation> operations, List<Route> routes, Findings findings) {

    static boolean implemented(Operation operation, List<Route> routes) {
        return routes.stream().anyMatch(it -> operation.is(it.method().name(), it.pattern()));
    }

    String text() {
        var out = new StringBuilder();
        out.append("# How far this server is Discord's API\n\n");
        out.append(
                "Written by `ConformanceTest`, which goes through the API and holds the answers and the gateway's events\n");
        out.append(
                "against schemas made from the npm package discord-api-types. `?` is there, but the tour does not\n");
        out.append("come by yet, so nobody knows.\n\n");
        out.append(
                "Phases: P0 log in and write, P1 interactions, P2 moderation and administration, P3 threads and the rest\n");
        out.append("that bots use, P4 auto-moderation and polls, P5 further ones.\n\n");
        out.append("| phase | operations | implemented | conformant |\n|---|---|---|---|\n");
        operations.stream().map(Operation::phase).distinct().forEach(it -> sum(out, it));
        out.append("\n## Operations\n\n| phase | operation | implemented | conformant |\n|---|---|---|---|\n");
        for (var it : operations) {
            out.append("| ")
                    .append(it.phase())
                    .append(" | `")
                    .append(Findings.name(it))
                    .append("` | ");
            out.append(there(it) ? "yes" : "no").append(" | ");
            out.append(verdict(it)).append(" |\n");
        }
        out.append("\n## Gateway events\n\nConformant: ");
        out.append(String.join(
                        ", ", findings.events().stream().filter(this::fits).toList()))
                .append(".\n");
        return out.toString();
    }

    private void sum(StringBuilder out, String phase) {
        var those = operations.stream().filter(it -> it.phase().equals(phase)).toList();
        out.append("| ").append(phase).append(" | ").append(those.size()).append(" | ");
        out.append(those.stream().filter(this::there).count()).append(" | ");
        out.append(those.stream().filter(this::conformant).count()).append(" |\n");
    }

    /// A route may serve several operations: `@original` is a message among others.
    private boolean there(Operation operation) {
        return implemented(operation, routes) || findings.answered(operation);
    }

    private String verdict(Operation operation) {
        if (!there(operation)) {
            return "";
        }
        if (!findings.answered(operation)) {
            return "?";
        }
        return conformant(operation) ? "yes" : "no";
    }

    private boolean conformant(Operation operation) {
        return findings.answered(operation) && !findings.misfits().containsKey(Findings.name(operation));
    }

    private boolean fits(String event) {
        return !findings.misfits().containsKey("event " + event);
    }
}
