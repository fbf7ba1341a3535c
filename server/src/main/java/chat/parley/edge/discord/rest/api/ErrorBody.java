package chat.parley.edge.discord.rest.api;

import chat.parley.base.refusal.Refusal.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an error looks on the wire.
///
/// @param errors the wrong fields as a tree of their path, each leaf with a list under `_errors`
/// @param retryAfter seconds
record ErrorBody(
        String message,
        int code,
        @Nullable Map<String, Object> errors,
        @JsonProperty("retry_after") @Nullable Double retryAfter,
        @Nullable Boolean global) {
    private static final String LEAF = "_errors";

    private record Fault(String code, String message) {}

    static ErrorBody of(int code, String message) {
        return new ErrorBody(message, code, null, null, null);
    }

    static ErrorBody of(List<Problem> problems) {
        return new ErrorBody("Invalid Form Body", 50035, tree(problems), null, null);
    }

    /// `embeds.0.title` becomes `{"embeds": {"0": {"title": {"_errors": [...]}}}}`; a problem without a field
    /// belongs to the whole body.
    private static Map<String, Object> tree(List<Problem> problems) {
        var root = new Branch();
        for (var problem : problems) {
            var branch = root;
            for (String step :
                    problem.field().isEmpty() ? new String[0] : problem.field().split("\\.", -1)) {
                branch = branch.children.computeIfAbsent(step, _ -> new Branch());
            }
            branch.faults.add(new Fault(problem.code(), problem.message()));
        }
        return root.written();
    }

    private static final class Branch {
        private final Map<String, Branch> children = new LinkedHashMap<>();
        private final List<Fault> faults = new ArrayList<>();

        Map<String, Object> written() {
            var map = new LinkedHashMap<String, Object>();
            if (!faults.isEmpty()) {
                map.put(LEAF, faults);
            }
            children.forEach((step, child) -> map.put(step, child.written()));
            return map;
        }
    }
}
