package chat.parley;

import chat.parley.account.alert.Alerts;
import chat.parley.base.bus.Bus;
import chat.parley.base.sql.Database;
import chat.parley.conversation.FreshGuilds;
import chat.parley.conversation.Reach;
import chat.parley.edge.discord.gateway.event.FriendWords;
import chat.parley.edge.discord.rest.people.AlertEndpoints;
import chat.parley.edge.discord.rest.people.FriendEndpoints;
import chat.parley.edge.discord.rest.people.MentionEndpoints;
import chat.parley.edge.discord.rest.people.PeopleRoutes;
import chat.parley.edge.discord.rest.people.ProfileEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.friend.Friends;
import chat.parley.friend.Notes;
import chat.parley.friend.Relations;
import chat.parley.guild.Guilds;
import chat.parley.presence.Presences;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of [App] that wires what people are to each other.
final class PeopleWiring implements AutoCloseable {
    final Relations relations;
    final Alerts alerts;

    final AccountWiring accounts;
    private final Notes notes;
    private final Database database;
    private final Bus bus;
    private final Clock clock;
    private @Nullable FreshGuilds fresh;

    PeopleWiring(AccountWiring accounts, Database database, Bus bus, Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.bus = bus;
        this.clock = clock;
        relations = new Relations(database);
        alerts = new Alerts(database, bus);
        notes = new Notes(database, accounts.users, bus);
    }

    /// From now on it watches who joins.
    void watch(Guilds guilds) {
        fresh = new FreshGuilds(guilds, accounts.settings, bus);
    }

    @Override
    public void close() {
        if (fresh != null) {
            fresh.close();
        }
    }

    Reach reach(Guilds guilds) {
        return new Reach(guilds, relations, accounts.settings);
    }

    FriendWords words(Presences presences) {
        return new FriendWords(accounts.users, relations, notes, alerts, presences);
    }

    List<Route> routes(Guilds guilds, MessageWiring messages) {
        var friends = new Friends(relations, accounts.users, accounts.settings, guilds, database, bus, clock);
        var table = new ArrayList<Route>();
        table.addAll(PeopleRoutes.friends(
                new FriendEndpoints(friends, relations, accounts.users),
                new ProfileEndpoints(accounts.users, guilds, relations, notes)));
        table.addAll(
                PeopleRoutes.inbox(new AlertEndpoints(alerts), new MentionEndpoints(messages.inbox, messages.shapes)));
        return table;
    }
}
