package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.bot.ApplicationStore;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Departures;
import chat.parley.bot.install.InstallationStore;
import chat.parley.bot.install.Installations;
import chat.parley.edge.discord.rest.bot.ApplicationEndpoints;
import chat.parley.edge.discord.rest.bot.BotRoutes;
import chat.parley.edge.discord.rest.bot.InstallEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.guild.member.Admission;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// The part of [App] that wires applications and their bots.
final class BotWiring implements AutoCloseable {
    final Applications applications;
    final Installations installations;

    private final AccountWiring accounts;
    private final GuildWiring guilds;
    private final Departures departures;

    BotWiring(AccountWiring accounts, GuildWiring guilds, Database database, Bus bus, Snowflakes ids, Clock clock) {
        this.accounts = accounts;
        this.guilds = guilds;
        applications = new Applications(new ApplicationStore(database), accounts.bots, clock);
        var admission = new Admission(guilds.guilds, database, ids, clock);
        installations = new Installations(
                new InstallationStore(database), applications, guilds.guilds, admission, guilds.membership, bus, clock);
        departures = new Departures(accounts.users, guilds.roles, installations, bus);
    }

    List<Route> routes() {
        Users users = accounts.users;
        return Stream.of(
                        BotRoutes.applications(new ApplicationEndpoints(applications, installations, users)),
                        BotRoutes.installations(
                                new InstallEndpoints(installations, applications, guilds.guilds, users)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        departures.close();
    }
}
