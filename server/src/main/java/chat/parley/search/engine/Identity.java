package chat.parley.search.engine;

import chat.parley.base.sql.Database;

/// Which database this is, by a name that it was given when it was made.
public final class Identity {
    private Identity() {}

    public static String of(Database database) {
        return database.first("SELECT identity FROM search_state WHERE id", row -> row.text("identity"))
                .orElse("");
    }
}
