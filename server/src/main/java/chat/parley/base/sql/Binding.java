package chat.parley.base.sql;

import chat.parley.base.id.Id;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns our types into the driver's.
final class Binding {
    private Binding() {}

    static void bind(Connection connection, PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(connection, statement, i + 1, parameters[i]);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Id id -> statement.setLong(index, id.value());
            case Instant instant -> statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case byte[] bytes -> statement.setBytes(index, bytes);
            case long[] numbers -> statement.setObject(index, numbers);
            case List<?> list -> bindList(connection, statement, index, list);
            default -> statement.setObject(index, value);
        }
    }

    private static void bindList(Connection connection, PreparedStatement statement, int index, List<?> list)
            throws SQLException {
        if (list.isEmpty()) {
            // Nothing tells the type of its elements, so the statement must.
            statement.setObject(index, "{}", Types.OTHER);
            return;
        }
        if (list.stream().allMatch(it -> it instanceof String)) {
            statement.setArray(index, connection.createArrayOf("text", list.toArray()));
            return;
        }
        var numbers = list.stream()
                .map(it -> it instanceof Id id ? (Object) id.value() : it)
                .toArray();
        statement.setArray(index, connection.createArrayOf("bigint", numbers));
    }
}
