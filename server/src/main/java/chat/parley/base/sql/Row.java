package chat.parley.base.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The current row of a result, read by column name.
public final class Row {
    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    public double real(String column) throws SQLException {
        return results.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return results.getBoolean(column);
    }

    public String text(String column) throws SQLException {
        String text = results.getString(column);
        if (text == null) {
            throw new SQLException("Column " + column + " is null");
        }
        return text;
    }

    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }

    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long number = results.getLong(column);
        return results.wasNull() ? null : number;
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        var time = results.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public List<Long> numbers(String column) throws SQLException {
        return Arrays.asList((Long[]) results.getArray(column).getArray());
    }

    public List<String> texts(String column) throws SQLException {
        return Arrays.asList((String[]) results.getArray(column).getArray());
    }
}
