package chat.parley;

import chat.parley.auth.session.LastSeen;
import chat.parley.base.sql.Database;
import chat.parley.edge.discord.rest.guild.GuildRoutes;
import chat.parley.edge.discord.rest.guild.PruneEndpoints;
import chat.parley.edge.discord.rest.guild.VanityEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.guild.member.Prune;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// The part of [App] that wires how guilds are found, entered and cleared out.
final class ReceptionWiring {
    private final GuildWiring guilds;
    private final Prune prune;

    ReceptionWiring(GuildWiring guilds, Database database, Clock clock) {
        this.guilds = guilds;
        prune = new Prune(guilds.guilds, new LastSeen(database), database, clock);
    }

    List<Route> routes() {
        var table = new ArrayList<Route>();
        table.addAll(GuildRoutes.members(new PruneEndpoints(prune)));
        table.addAll(GuildRoutes.vanity(new VanityEndpoints(guilds.vanities)));
        return table;
    }
}
