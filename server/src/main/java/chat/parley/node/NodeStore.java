package chat.parley.node;

import chat.parley.auth.RegistrationMode;
import chat.parley.base.sql.Database;

/// The table `node_settings`: one row, made by the first decision.
public final class NodeStore {
    private final Database database;

    public NodeStore(Database database) {
        this.database = database;
    }

    /// What the owner has decided; the rest is absent.
    NodeChange read() {
        return database.first("select name, description, registration from node_settings", row -> {
                    String mode = row.textOrNull("registration");
                    return new NodeChange(
                            row.textOrNull("name"),
                            row.textOrNull("description"),
                            mode == null ? null : RegistrationMode.valueOf(mode));
                })
                .orElse(new NodeChange(null, null, null));
    }

    void write(NodeChange change) {
        database.change("""
                insert into node_settings (id, name, description, registration) values (true, ?::text, ?::text, ?::text)
                on conflict (id) do update set
                    name = coalesce(excluded.name, node_settings.name),
                    description = coalesce(excluded.description, node_settings.description),
                    registration = coalesce(excluded.registration, node_settings.registration)
                """, change.name(), change.description(), change.registration());
    }
}
