package chat.parley.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Something that Discord's API can do.
///
/// @param phase when it matters, P0 to P5
/// @param path with names in braces
/// @param answer a type of discord-api-types; absent when the answer is 204
record Operation(
        String phase, String method, String path, @Nullable String answer, Pattern pattern) {

    /// All, in the order of the file.
    static List<Operation> all() {
        try (var file = Operation.class.getResourceAsStream("/operations.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.startsWith("#"))
                    .map(Operation::of)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// Whether a path of the route table is this operation's, whatever its names are called.
    boolean is(String otherMethod, String otherPath) {
        return method.equals(otherMethod) && nameless(path).equals(nameless(otherPath));
    }

    /// @param target below the API's prefix, without the query
    boolean takes(String otherMethod, String target) {
        return method.equals(otherMethod) && pattern.matcher(target).matches();
    }

    /// How many parts are names: the operation with the fewest is meant where several fit.
    int names() {
        return path.length() - path.replace("{", "").length();
    }

    private static Operation of(String line) {
        String[] words = line.split(" ", -1);
        String regex = words[2].replaceAll("\\{[^}]*}", "[^/]+").replace(".", "\\.");
        return new Operation(
                words[0], words[1], words[2], words[3].equals("-") ? null : words[3], Pattern.compile(regex));
    }

    private static String nameless(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
