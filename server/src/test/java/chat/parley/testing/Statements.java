package chat.parley.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The statements that a database is asked to run, as they were prepared, in the order in which they begin.
public final class Statements implements AutoCloseable {
    private static final List<Statements> WATCHING = new CopyOnWriteArrayList<>();

    private final List<String> run = new CopyOnWriteArrayList<>();

    private Statements() {}

    /// Watches every [TestDatabase] that is opened until this is closed.
    public static Statements watch() {
        var statements = new Statements();
        WATCHING.add(statements);
        return statements;
    }

    static DataSource watched(DataSource pool) {
        var source = pool;
        for (var statements : WATCHING) {
            source = statements.watching(source);
        }
        return source;
    }

    /// What has been run since the last call.
    public List<String> taken() {
        var taken = List.copyOf(run);
        run.clear();
        return taken;
    }

    @Override
    public void close() {
        WATCHING.remove(this);
    }

    private DataSource watching(DataSource pool) {
        return watched(
                DataSource.class, pool, "", (_, result) -> result instanceof Connection it ? connection(it) : result);
    }

    private Connection connection(Connection connection) {
        return watched(
                Connection.class,
                connection,
                "",
                (arguments, result) -> result instanceof PreparedStatement it
                        ? watched(PreparedStatement.class, it, String.valueOf(arguments[0]), (_, answer) -> answer)
                        : result);
    }

    private interface After {
        @Nullable
        Object result(Object[] arguments, @Nullable Object result);
    }

    private <T> T watched(Class<T> type, T real, String sql, After after) {
        InvocationHandler handler = (_, method, arguments) -> {
            if (!sql.isEmpty() && method.getName().startsWith("execute")) {
                run.add(sql);
            }
            try {
                return after.result(arguments, method.invoke(real, arguments));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
