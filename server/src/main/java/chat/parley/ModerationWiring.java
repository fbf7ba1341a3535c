package chat.parley;

import chat.parley.account.Users;
import chat.parley.audit.Ageing;
import chat.parley.audit.AuditLog;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.moderation.AuditLogEndpoints;
import chat.parley.edge.discord.rest.moderation.ModerationRoutes;
import chat.parley.edge.http.Route;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The part of [App] that wires what moderators have.
final class ModerationWiring implements AutoCloseable {
    private final AuditLog audit;
    private final Ageing ageing;
    private final Users users;

    ModerationWiring(
            Config config, Users users, GuildWiring guilds, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.users = users;
        audit = new AuditLog(guilds.guilds, database, ids, bus, clock);
        ageing = new Ageing(audit, Duration.ofDays(config.of(Keys.AUDIT_LOG_DAYS)));
    }

    void start() {
        ageing.start();
    }

    List<Route> routes() {
        return ModerationRoutes.audit(new AuditLogEndpoints(audit, users, Map.of()));
    }

    @Override
    public void close() {
        ageing.close();
    }
}
