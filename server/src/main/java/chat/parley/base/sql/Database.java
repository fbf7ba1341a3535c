package chat.parley.base.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL against a pool. Parameters are bound in order: ids by their number, enums by their name, lists of
/// longs and strings as arrays, `Instant` as `timestamptz`; `null` is bound as null.
public final class Database {
    private final DataSource pool;

    public Database(DataSource pool) {
        this.pool = pool;
    }

    /// All rows of a query.
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return with(connection -> new Sql(connection).list(sql, reader, parameters));
    }

    /// The first row, if there is one.
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /// Changes rows and returns how many.
    public int change(String sql, @Nullable Object... parameters) {
        return with(connection -> new Sql(connection).change(sql, parameters));
    }

    /// Several statements that happen together or not at all. Committed, fsync included, when this returns.
    public <T> T transaction(Work<T> work) {
        return with(connection -> {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        });
    }

    /// For what needs the driver itself: COPY, a batch of arrays.
    public <T> T with(Use<T> use) {
        try (var connection = pool.getConnection()) {
            return use.of(connection);
        } catch (SQLException failure) {
            throw new DatabaseFault(failure);
        }
    }

    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    @FunctionalInterface
    public interface Work<T> {
        T in(Sql sql) throws SQLException;
    }

    @FunctionalInterface
    public interface Use<T> {
        T of(Connection connection) throws SQLException;
    }

    /// One connection inside a transaction.
    public static final class Sql {
        private final Connection connection;

        Sql(Connection connection) {
            this.connection = connection;
        }

        public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
            try (var statement = prepared(sql, parameters);
                    var results = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                var row = new Row(results);
                while (results.next()) {
                    rows.add(reader.read(row));
                }
                return rows;
            }
        }

        public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters)
                throws SQLException {
            return list(sql, reader, parameters).stream().findFirst();
        }

        public int change(String sql, @Nullable Object... parameters) throws SQLException {
            try (var statement = prepared(sql, parameters)) {
                return statement.executeUpdate();
            }
        }

        private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
            var statement = connection.prepareStatement(sql);
            try {
                Binding.bind(connection, statement, parameters);
                return statement;
            } catch (SQLException | RuntimeException failure) {
                statement.close();
                throw failure;
            }
        }
    }
}
