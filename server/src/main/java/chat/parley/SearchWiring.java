package chat.parley;

import chat.parley.base.bus.Bus;
import chat.parley.base.sql.Database;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.people.PeopleRoutes;
import chat.parley.edge.discord.rest.people.SearchEndpoints;
import chat.parley.edge.http.Route;
import chat.parley.message.archive.Archive;
import chat.parley.search.Feeder;
import chat.parley.search.Search;
import chat.parley.search.engine.Engine;
import chat.parley.search.engine.Identity;
import chat.parley.search.engine.LuceneEngine;
import chat.parley.search.engine.TableEngine;
import chat.parley.search.engine.Words;
import java.time.Clock;
import java.util.List;

/// The part of [App] that wires search.
final class SearchWiring implements AutoCloseable {
    private final Feeder feeder;
    private final Search search;
    private final MessageWiring messages;

    SearchWiring(Config config, GuildWiring guilds, MessageWiring messages, Database database, Bus bus, Clock clock) {
        this.messages = messages;
        var words = new Words(config.of(Keys.SEARCH_LANGUAGE));
        var archive = new Archive(messages.ledger, database);
        var engine = engine(config, words, database);
        feeder = new Feeder(engine, archive, bus, clock);
        search = new Search(
                engine, feeder, words, archive, messages.ledger, guilds.guilds, guilds.channels, guilds.viewers);
    }

    void start() {
        feeder.start();
    }

    List<Route> routes() {
        return PeopleRoutes.search(new SearchEndpoints(search, messages.shapes, messages.pages));
    }

    @Override
    public void close() {
        feeder.close();
    }

    private static Engine engine(Config config, Words words, Database database) {
        return config.of(Keys.SEARCH_ENGINE).equals("postgres")
                ? new TableEngine(database, words)
                : new LuceneEngine(config.of(Keys.DATA_DIR).resolve("search"), words, Identity.of(database));
    }
}
