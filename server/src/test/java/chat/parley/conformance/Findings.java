package chat.parley.conformance;

import chat.parley.testing.HttpCaller;
import chat.parley.testing.Overheard;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;

/// What was overheard, and what of it does not fit Discord's shapes.
final class Findings implements Overheard.Ear {
    private static final String PREFIX = "/api/v10";

    private final List<Operation> operations;
    private final Schemas schemas;
    private final Set<Operation> answered = ConcurrentHashMap.newKeySet();
    private final Set<String> events = new ConcurrentSkipListSet<>();
    private final Map<String, List<String>> misfits = new ConcurrentSkipListMap<>();

    Findings(List<Operation> operations, Schemas schemas) {
        this.operations = operations;
        this.schemas = schemas;
    }

    @Override
    public void answered(String method, String target, HttpCaller.Answer answer) {
        if (answer.status() < 200 || answer.status() > 299 || !target.startsWith(PREFIX)) {
            return;
        }
        String path = target.substring(PREFIX.length()).replaceFirst("\\?.*", "");
        operation(method, path).ifPresent(it -> {
            answered.add(it);
            check(it, answer);
        });
    }

    @Override
    public void event(String type, JsonNode frame) {
        String schema = "Gateway" + camel(type) + "Dispatch";
        if (schemas.know(schema)) {
            events.add(type);
            note("event " + type, schemas.problems(schema, frame));
        }
    }

    boolean answered(Operation operation) {
        return answered.contains(operation);
    }

    Set<String> events() {
        return events;
    }

    /// By operation or event.
    Map<String, List<String>> misfits() {
        return new TreeMap<>(misfits);
    }

    static String name(Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream().filter(it -> it.takes(method, path)).min(Comparator.comparingInt(Operation::names));
    }

    private void check(Operation operation, HttpCaller.Answer answer) {
        if (answer.status() == 204) {
            return;
        }
        if (operation.answer() == null) {
            note(name(operation), List.of("answers " + answer.status() + " instead of 204"));
        } else {
            note(name(operation), schemas.problems(operation.answer(), answer.json()));
        }
    }

    private void note(String what, List<String> problems) {
        if (!problems.isEmpty()) {
            misfits.putIfAbsent(what, problems);
        }
    }

    /// `MESSAGE_CREATE` to `MessageCreate`.
    private static String camel(String type) {
        var out = new StringBuilder();
        for (String word : type.split("_", -1)) {
            out.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return out.toString();
    }
}
