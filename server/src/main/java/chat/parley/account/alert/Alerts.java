package chat.parley.account.alert;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.sql.Database;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Everybody's choices of when to be told, from memory for whoever turned up.
public final class Alerts {
    private final Database database;
    private final Bus bus;
    private final BoundedCache<UserId, Map<GuildId, GuildAlerts>> known = new BoundedCache<>(Limits.SETTINGS_CACHE_MAX);

    public Alerts(Database database, Bus bus) {
        this.database = database;
        this.bus = bus;
    }

    /// Those that differ from what holds for everybody.
    public Collection<GuildAlerts> of(UserId user) {
        return byGuild(user).values();
    }

    public GuildAlerts of(UserId user, GuildId guild) {
        var alerts = byGuild(user).get(guild);
        return alerts == null ? GuildAlerts.initial(guild) : alerts;
    }

    /// Whether the caller is in the guild is not asked: what they say of another is of no consequence, and bounded.
    public synchronized GuildAlerts change(Caller caller, GuildId guild, UnaryOperator<GuildAlerts> change) {
        var before = stored(caller.id());
        var after = change.apply(before.getOrDefault(guild, GuildAlerts.initial(guild)));
        if (before.size() >= Limits.GUILDS_PER_USER_MAX * 2 && !before.containsKey(guild)) {
            before.keySet().stream().findFirst().ifPresent(it -> forget(caller.id(), it));
        }
        if (after.plain()) {
            forget(caller.id(), guild);
        } else {
            database.change("""
                    INSERT INTO guild_alerts (user_id, guild_id, alerts) VALUES (?, ?, ?::jsonb)
                    ON CONFLICT (user_id, guild_id) DO UPDATE SET alerts = excluded.alerts
                    """, caller.id(), guild, Json.text(after));
        }
        known.forget(caller.id());
        bus.publish(new AlertsEvent.Changed(caller.id(), after));
        return after;
    }

    private void forget(UserId user, GuildId guild) {
        database.change("DELETE FROM guild_alerts WHERE user_id = ? AND guild_id = ?", user, guild);
    }

    private Map<GuildId, GuildAlerts> byGuild(UserId user) {
        var alerts = known.find(user);
        if (alerts == null) {
            long stamp = known.stamp();
            alerts = stored(user);
            known.keep(stamp, user, alerts);
        }
        return alerts;
    }

    private Map<GuildId, GuildAlerts> stored(UserId user) {
        var alerts = new LinkedHashMap<GuildId, GuildAlerts>();
        database.list(
                        "SELECT alerts FROM guild_alerts WHERE user_id = ? ORDER BY guild_id",
                        row -> Json.read(row.text("alerts").getBytes(StandardCharsets.UTF_8), GuildAlerts.class),
                        user)
                .forEach(it -> alerts.put(it.guild(), it));
        return alerts;
    }
}
