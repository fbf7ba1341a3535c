package chat.parley.reception.template;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.base.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;

/// Templates, as they are stored.
final class TemplateStore {
    private final Database database;

    TemplateStore(Database database) {
        this.database = database;
    }

    Optional<Template> find(String code) {
        return database.first("SELECT * FROM templates WHERE code = ?", TemplateStore::template, code);
    }

    Optional<Template> of(GuildId guild) {
        return database.first("SELECT * FROM templates WHERE guild = ?", TemplateStore::template, guild);
    }

    /// How often it was used is counted by [#use] alone.
    void save(Template template) {
        database.change(
                """
                INSERT INTO templates (code, guild, name, description, creator, created_at, updated_at, plan)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, description = excluded.description,
                    updated_at = excluded.updated_at, plan = excluded.plan
                """,
                template.code(),
                template.guild(),
                template.name(),
                template.description(),
                template.creator(),
                template.createdAt(),
                template.updatedAt(),
                Json.text(template.plan()));
    }

    void delete(String code) {
        database.change("DELETE FROM templates WHERE code = ?", code);
    }

    /// @return whether there still is such a template
    static boolean use(Sql sql, String code) throws SQLException {
        return sql.change("UPDATE templates SET uses = uses + 1 WHERE code = ?", code) == 1;
    }

    private static Template template(Row row) throws SQLException {
        return new Template(
                row.text("code"),
                new GuildId(row.number("guild")),
                row.text("name"),
                row.textOrNull("description"),
                row.integer("uses"),
                new UserId(row.number("creator")),
                row.instant("created_at"),
                row.instant("updated_at"),
                Json.read(row.text("plan").getBytes(StandardCharsets.UTF_8), Plan.class));
    }
}
