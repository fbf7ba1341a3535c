package chat.parley.moderation.automod;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/// Rules, and whom they keep silent, as they are stored.
final class RuleStore {
    private final Database database;

    RuleStore(Database database) {
        this.database = database;
    }

    private record Body(
            Trigger trigger, List<Action> actions, List<RoleId> exemptRoles, List<ChannelId> exemptChannels) {}

    List<Rule> in(GuildId guild) {
        return database.list("SELECT * FROM automod_rules WHERE guild = ? ORDER BY id", RuleStore::rule, guild);
    }

    /// Writes a rule as it is now, new or known.
    void save(Rule rule) {
        var body = new Body(rule.trigger(), rule.actions(), rule.exemptRoles(), rule.exemptChannels());
        database.change("""
                INSERT INTO automod_rules (id, guild, creator, name, enabled, body)
                VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb))
                ON CONFLICT (id) DO UPDATE SET name = excluded.name, enabled = excluded.enabled, body = excluded.body
                """, rule.id(), rule.guild(), rule.creator(), rule.name(), rule.enabled(), Json.text(body));
    }

    void delete(Rule rule) {
        database.change("DELETE FROM automod_rules WHERE id = ?", rule.id());
    }

    /// @return false when they were already
    boolean restrain(GuildId guild, UserId user) {
        return database.change(
                        "INSERT INTO automod_restrained (guild, user_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        guild,
                        user)
                > 0;
    }

    /// @return false when they were not
    boolean release(GuildId guild, UserId user) {
        return database.change("DELETE FROM automod_restrained WHERE guild = ? AND user_id = ?", guild, user) > 0;
    }

    private static Rule rule(Row row) throws SQLException {
        var body = Json.read(row.text("body").getBytes(StandardCharsets.UTF_8), Body.class);
        return new Rule(
                new EntityId(row.number("id")),
                new GuildId(row.number("guild")),
                new UserId(row.number("creator")),
                row.text("name"),
                row.flag("enabled"),
                body.trigger(),
                body.actions(),
                body.exemptRoles(),
                body.exemptChannels());
    }
}
