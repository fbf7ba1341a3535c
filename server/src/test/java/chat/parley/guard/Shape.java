package chat.parley.guard;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Measures a Java file with the compiler's own parser: its lines, its functions, its parameters, its names.
///
/// @param lines of the file
/// @param functions each with its length in lines
record Shape(int lines, List<Function> functions, List<String> types) {
    record Function(String name, int lines, int parameters) {}

    /// All files in one run of the parser, because to begin a run costs twenty times as much as to parse a file.
    ///
    /// @param sources the texts by the names of their files
    /// @return the shapes by the same names
    static Map<String, Shape> all(Map<String, String> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = sources.entrySet().stream()
                .map(it -> new Text(it.getKey(), it.getValue()))
                .toList();
        var task = (JavacTask) compiler.getTask(null, null, problem -> {}, List.of("-proc:none"), null, files);
        var shapes = new TreeMap<String, Shape>();
        try {
            var trees = Trees.instance(task);
            for (var unit : task.parse()) {
                var file = unit.getSourceFile();
                long lines = file.getCharContent(true).toString().lines().count();
                var shape = new Shape((int) lines, new ArrayList<>(), new ArrayList<>());
                new Reader(trees, unit, shape.functions, shape.types).scan(unit, null);
                shapes.put(file.getName(), shape);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return shapes;
    }

    private static final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<Function> functions;
        private final List<String> types;

        Reader(Trees trees, CompilationUnitTree unit, List<Function> functions, List<String> types) {
            this.trees = trees;
            this.unit = unit;
            this.functions = functions;
            this.types = types;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            types.add(type.getSimpleName().toString());
            return super.visitClass(type, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var positions = trees.getSourcePositions();
            long start = positions.getStartPosition(unit, method);
            long end = positions.getEndPosition(unit, method);
            var lines = unit.getLineMap();
            int length = end < 0 ? 1 : (int) (lines.getLineNumber(end) - lines.getLineNumber(start) + 1);
            functions.add(new Function(
                    method.getName().toString(), length, method.getParameters().size()));
            return super.visitMethod(method, null);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String title;
        private final String source;

        Text(String title, String source) {
            super(URI.create("string:///" + title.toLowerCase(Locale.ROOT) + ".java"), JavaFileObject.Kind.SOURCE);
            this.title = title;
            this.source = source;
        }

        @Override
        public String getName() {
            return title;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
