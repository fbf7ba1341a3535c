package chat.parley.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value that fits none of a union's shapes has problems with each of them. Those with the shape that it
/// comes nearest to are the ones to read.
final class Nearest {
    private Nearest() {}

    static List<Error> of(List<Error> errors) {
        return of(errors, 0);
    }

    /// @param from where the paths have been looked at already
    private static List<Error> of(List<Error> errors, int from) {
        var kept = new ArrayList<Error>();
        Map<String, Map<String, List<Error>>> unions = new LinkedHashMap<>();
        for (var error : errors) {
            int at = union(error.getEvaluationPath(), from);
            if (at < 0) {
                kept.add(error);
            } else if (at + 1 < error.getEvaluationPath().getNameCount()) {
                unions.computeIfAbsent(place(error, at), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                at + "/" + error.getEvaluationPath().getElement(at + 1), _ -> new ArrayList<>())
                        .add(error);
            }
        }
        for (var branches : unions.values()) {
            branches.entrySet().stream()
                    .map(it -> of(it.getValue(), Integer.parseInt(it.getKey().replaceFirst("/.*", "")) + 1))
                    .min(Comparator.comparingInt(Nearest::distance))
                    .ifPresent(kept::addAll);
        }
        return kept;
    }

    /// Another kind is further away than any number of missing fields.
    private static int distance(List<Error> errors) {
        return errors.stream()
                .mapToInt(it -> switch (it.getKeyword()) {
                    case "const", "enum", "type" -> 100;
                    default -> 1;
                })
                .sum();
    }

    private static int union(NodePath path, int from) {
        for (int i = from; i < path.getNameCount(); i++) {
            if (path.getElement(i).equals("anyOf") || path.getElement(i).equals("oneOf")) {
                return i;
            }
        }
        return -1;
    }

    /// Which union of which part of the value.
    private static String place(Error error, int at) {
        var path = error.getEvaluationPath();
        var instance = error.getInstanceLocation();
        var place = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < at; i++) {
            place.append('/').append(path.getElement(i));
            boolean deeper = i == 0 || !path.getElement(i - 1).equals("properties");
            if (deeper && List.of("properties", "items", "additionalProperties").contains(path.getElement(i))) {
                depth++;
            }
        }
        for (int i = 0; i < Math.min(depth, instance.getNameCount()); i++) {
            place.append('#').append(instance.getElement(i));
        }
        return place.toString();
    }
}
