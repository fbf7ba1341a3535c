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
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// Measures a Java file with the compiler's own parser: its lines, its functions, its parameters, its names.
///
/// @param lines of the file
/// @param functions each with its length in lines
record Shape(int lines, List<Function> functions, List<String> types) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    /// Shared, because opening the JDK's own files anew for each source costs twenty times the parsing.
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    record Function(String name, int lines, int parameters) {}

    static Shape of(String name, String source) {
        var file = new Text(name, source);
        var task = (JavacTask) COMPILER.getTask(null, FILES, problem -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            var functions = new ArrayList<Function>();
            var types = new ArrayList<String>();
            for (var unit : task.parse()) {
                new Reader(Trees.instance(task), unit, functions, types).scan(unit, null);
            }
            return new Shape((int) source.lines().count(), functions, types);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
        private final String source;

        Text(String name, String source) {
            super(URI.create("string:///" + name.toLowerCase(Locale.ROOT) + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
