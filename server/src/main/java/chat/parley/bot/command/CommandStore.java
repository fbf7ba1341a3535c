package chat.parley.bot.command;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The tables `commands` and `command_permissions`.
public final class CommandStore {
    private final Database database;

    public CommandStore(Database database) {
        this.database = database;
    }

    /// @param guild 0 for those that are everywhere
    List<Command> of(UserId application, long guild) {
        return database.list(
                "select * from commands where application = ? and guild = ? order by id",
                CommandStore::command,
                application,
                guild);
    }

    void save(Command it) {
        database.transaction(sql -> {
            save(sql, it);
            return true;
        });
    }

    /// Makes these the only ones.
    void replace(UserId application, long guild, List<Command> all) {
        database.transaction(sql -> {
            sql.change(
                    "delete from commands where application = ? and guild = ? and not (id = any (?::bigint[]))",
                    application,
                    guild,
                    all.stream().map(Command::id).toList());
            for (var it : all) {
                save(sql, it);
            }
            return true;
        });
    }

    private static void save(Database.Sql sql, Command it) throws SQLException {
        var draft = it.draft();
        sql.change(
                """
                insert into commands (id, application, guild, type, name, definition, default_permissions, nsfw, version)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, definition = excluded.definition,
                    default_permissions = excluded.default_permissions, nsfw = excluded.nsfw,
                    version = excluded.version""",
                it.id(),
                it.application(),
                it.guild() == null ? 0 : it.guild().value(),
                draft.type(),
                draft.name(),
                Json.text(draft.definition()),
                draft.defaultPermissions(),
                draft.nsfw(),
                it.version());
    }

    void delete(EntityId id) {
        database.transaction(sql -> {
            sql.change("delete from commands where id = ?", id);
            sql.change("delete from command_permissions where target = ?", id);
            return true;
        });
    }

    /// The rules of a guild for an application, by command; those for all under the application's id.
    Map<Long, List<Rule>> rules(GuildId guild, UserId application) {
        var rules = new HashMap<Long, List<Rule>>();
        database.list(
                        "select target, entries from command_permissions where guild = ? and application = ?",
                        row -> Map.entry(row.number("target"), read(row)),
                        guild,
                        application)
                .forEach(it -> rules.put(it.getKey(), it.getValue()));
        return rules;
    }

    void rule(GuildId guild, UserId application, EntityId target, List<Rule> rules) {
        database.change("""
                insert into command_permissions (guild, application, target, entries) values (?, ?, ?, ?::jsonb)
                on conflict (guild, application, target) do update set entries = excluded.entries""", guild, application, target, Json.text(rules));
    }

    private static List<Rule> read(Row row) throws SQLException {
        return Arrays.asList(Json.read(bytes(row.text("entries")), Rule[].class));
    }

    private static Command command(Row row) throws SQLException {
        long guild = row.number("guild");
        JsonNode definition = Json.tree(bytes(row.text("definition")));
        return new Command(
                new EntityId(row.number("id")),
                new UserId(row.number("application")),
                guild == 0 ? null : new GuildId(guild),
                new Command.Draft(
                        row.integer("type"),
                        row.text("name"),
                        definition,
                        row.numberOrNull("default_permissions"),
                        row.flag("nsfw")),
                new EntityId(row.number("version")));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
