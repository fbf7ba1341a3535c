package chat.parley.reception;

import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What newcomers are shown and asked, as it is stored.
final class ReceptionStore {
    private final Database database;

    ReceptionStore(Database database) {
        this.database = database;
    }

    Optional<WelcomeScreen> welcome(GuildId guild) {
        return read("SELECT welcome AS body FROM receptions WHERE guild = ?", guild, WelcomeScreen.class);
    }

    Optional<HouseRules> rules(GuildId guild) {
        return read("SELECT rules AS body FROM receptions WHERE guild = ?", guild, HouseRules.class);
    }

    Optional<Onboarding> onboarding(GuildId guild) {
        return read("SELECT onboarding AS body FROM receptions WHERE guild = ?", guild, Onboarding.class);
    }

    void save(GuildId guild, WelcomeScreen screen) {
        database.change("""
                INSERT INTO receptions (guild, welcome) VALUES (?, ?::jsonb)
                ON CONFLICT (guild) DO UPDATE SET welcome = excluded.welcome
                """, guild, Json.text(screen));
    }

    void save(GuildId guild, HouseRules rules) {
        database.change("""
                INSERT INTO receptions (guild, rules) VALUES (?, ?::jsonb)
                ON CONFLICT (guild) DO UPDATE SET rules = excluded.rules
                """, guild, Json.text(rules));
    }

    void save(GuildId guild, Onboarding onboarding) {
        database.change("""
                INSERT INTO receptions (guild, onboarding) VALUES (?, ?::jsonb)
                ON CONFLICT (guild) DO UPDATE SET onboarding = excluded.onboarding
                """, guild, Json.text(onboarding));
    }

    /// The options that a member has chosen.
    Set<EntityId> answers(GuildId guild, UserId user) {
        return database
                .first(
                        "SELECT options FROM onboarding_answers WHERE guild = ? AND user_id = ?",
                        row -> row.numbers("options"),
                        guild,
                        user)
                .orElse(List.of())
                .stream()
                .map(EntityId::new)
                .collect(Collectors.toSet());
    }

    static void answered(Sql sql, GuildId guild, UserId user, Collection<EntityId> options) throws SQLException {
        sql.change("""
                INSERT INTO onboarding_answers (guild, user_id, options) VALUES (?, ?, ?)
                ON CONFLICT (guild, user_id) DO UPDATE SET options = excluded.options
                """, guild, user, List.copyOf(options));
    }

    private <T> Optional<T> read(String query, GuildId guild, Class<T> type) {
        return database.first(query, row -> Optional.ofNullable(row.textOrNull("body")), guild)
                .flatMap(it -> it)
                .map(it -> Json.read(it.getBytes(StandardCharsets.UTF_8), type));
    }
}
