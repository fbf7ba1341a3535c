package chat.parley.edge.discord.rest.openapi.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The program's own classes, as files and as they are loaded.
final class Classes {
    /// Whose methods are followed.
    private static final String FOLLOWED = "chat/parley/edge/discord/rest/";
    /// Of these, those that put something together; what else they give is told by its type.
    private static final String SHAPES = "chat/parley/edge/discord/shape/";
    private static final Set<String> PUT_TOGETHER = Set.of(
            "V", "Ljava/util/Map;", "Ltools/jackson/databind/JsonNode;", "Ltools/jackson/databind/node/ObjectNode;");

    private final Map<String, Optional<ClassModel>> known = new HashMap<>();

    static boolean followed(Value.Spot spot) {
        String returned = spot.type().returnType().descriptorString();
        return spot.owner().startsWith(FOLLOWED)
                || (spot.owner().startsWith(SHAPES) && PUT_TOGETHER.contains(returned));
    }

    /// The class of that name.
    static Type named(String owner) {
        try {
            return Class.forName(owner.replace('/', '.'));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Object.class;
        }
    }

    @Nullable
    CodeModel code(Value.Spot spot) {
        return file(spot.owner())
                .flatMap(it -> it.methods().stream()
                        .filter(method -> method.methodName().equalsString(spot.name())
                                && method.methodTypeSymbol().equals(spot.type()))
                        .findFirst())
                .flatMap(it -> it.code())
                .orElse(null);
    }

    boolean isStatic(Value.Spot spot) {
        return file(spot.owner())
                .flatMap(it -> it.methods().stream()
                        .filter(method -> method.methodName().equalsString(spot.name())
                                && method.methodTypeSymbol().equals(spot.type()))
                        .findFirst())
                .map(it -> it.flags().has(AccessFlag.STATIC))
                .orElse(false);
    }

    /// What a method gives, with what stands between angle brackets.
    static Type returned(String owner, String name, MethodTypeDesc type) {
        try {
            var found = find(Class.forName(owner.replace('/', '.')), name, type);
            return found == null ? Object.class : found.getGenericReturnType();
        } catch (ClassNotFoundException | LinkageError absent) {
            return Object.class;
        }
    }

    private static @Nullable Method find(Class<?> in, String name, MethodTypeDesc type) {
        return Arrays.stream(in.getDeclaredMethods())
                .filter(it -> it.getName().equals(name) && describes(it, type))
                .findFirst()
                .orElse(null);
    }

    private static boolean describes(Method method, MethodTypeDesc type) {
        var parameters = Arrays.stream(method.getParameterTypes())
                .map(it -> ClassDesc.ofDescriptor(it.descriptorString()))
                .toList();
        return parameters.equals(type.parameterList());
    }

    private Optional<ClassModel> file(String owner) {
        return known.computeIfAbsent(owner, Classes::read);
    }

    private static Optional<ClassModel> read(String owner) {
        try (var in = Classes.class.getResourceAsStream("/" + owner + ".class")) {
            return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
