package chat.parley.base.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The current row of a result, read by column name; where many rows are read, by place, the first is 1.
public final class Row {
    /// `{}`; no other array is as short.
    private static final int EMPTY_AS_TEXT = 2;

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(String column) throws SQLException {
        return number(results.findColumn(column));
    }

    public int integer(String column) throws SQLException {
        return integer(results.findColumn(column));
    }

    public double real(String column) throws SQLException {
        return results.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return flag(results.findColumn(column));
    }

    public String text(String column) throws SQLException {
        return text(results.findColumn(column));
    }

    public byte[] bytes(String column) throws SQLException {
        return results.getBytes(column);
    }

    public Instant instant(String column) throws SQLException {
        return results.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        return numberOrNull(results.findColumn(column));
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return textOrNull(results.findColumn(column));
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        return instantOrNull(results.findColumn(column));
    }

    public List<Long> numbers(String column) throws SQLException {
        return numbers(results.findColumn(column));
    }

    public List<String> texts(String column) throws SQLException {
        return Arrays.asList((String[]) results.getArray(column).getArray());
    }

    public long number(int place) throws SQLException {
        return results.getLong(place);
    }

    public int integer(int place) throws SQLException {
        return results.getInt(place);
    }

    public boolean flag(int place) throws SQLException {
        return results.getBoolean(place);
    }

    public String text(int place) throws SQLException {
        String text = results.getString(place);
        if (text == null) {
            throw new SQLException("Column " + results.getMetaData().getColumnName(place) + " is null");
        }
        return text;
    }

    public boolean isNull(int place) throws SQLException {
        return results.getBytes(place) == null;
    }

    public @Nullable Long numberOrNull(int place) throws SQLException {
        long number = results.getLong(place);
        return results.wasNull() ? null : number;
    }

    public @Nullable String textOrNull(int place) throws SQLException {
        return results.getString(place);
    }

    public @Nullable Instant instantOrNull(int place) throws SQLException {
        return isNull(place)
                ? null
                : results.getObject(place, OffsetDateTime.class).toInstant();
    }

    /// Most arrays are empty, and to look at the bytes tells that much faster than the driver makes an array.
    public List<Long> numbers(int place) throws SQLException {
        return empty(results.getBytes(place))
                ? List.of()
                : Arrays.asList((Long[]) results.getArray(place).getArray());
    }

    /// The driver's binary form begins with the number of dimensions, in four bytes.
    private static boolean empty(byte[] array) {
        return array.length == EMPTY_AS_TEXT || (array[0] == 0 && array[1] == 0 && array[2] == 0 && array[3] == 0);
    }
}
