package chat.parley.base.sql;

import java.sql.SQLException;

/// The database failed or refused a statement. A fault: nobody between store and edge handles it, unless a
/// store reads its [#sqlState()] to turn a broken unique index into an answer.
public final class DatabaseFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFault(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /// PostgreSQL's five-character code, `23505` for a unique violation.
    public String sqlState() {
        return getCause() instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }

    public boolean uniqueViolation() {
        return "23505".equals(sqlState());
    }
}
