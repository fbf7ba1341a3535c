package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.MessageEndpoints;
import chat.parley.edge.discord.rest.PinEndpoints;
import chat.parley.edge.discord.rest.ReactionEndpoints;
import chat.parley.edge.discord.rest.ReadStateEndpoints;
import chat.parley.edge.discord.rest.Routes;
import chat.parley.edge.discord.rest.TypingEndpoints;
import chat.parley.edge.discord.rest.body.Filing;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.page.MessagePages;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.edge.http.Route;
import chat.parley.guild.Standing;
import chat.parley.message.History;
import chat.parley.message.Ledger;
import chat.parley.message.Messages;
import chat.parley.message.oversight.Oversight;
import chat.parley.message.pin.Pins;
import chat.parley.message.poll.PollUpkeep;
import chat.parley.message.poll.Polls;
import chat.parley.message.reaction.Reactions;
import chat.parley.message.read.Inbox;
import chat.parley.message.read.ReadStates;
import chat.parley.message.read.Typing;
import chat.parley.message.thread.ThreadCounts;
import chat.parley.message.upkeep.Greeting;
import chat.parley.message.upkeep.GroupNotices;
import chat.parley.message.upkeep.Purges;
import chat.parley.message.upkeep.Retention;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The part of [App] that wires messages.
final class MessageWiring implements AutoCloseable {
    final Messages messages;
    final History history;
    final ReadStates readStates;
    final Inbox inbox;
    final MessageShapes shapes;
    final MessagePages pages;
    final Purges purges;
    final Ledger ledger;

    private final Channels channels;
    final Filing filing;
    private final Reactions reactions;
    private final Pins pins;
    private final Typing typing;
    private final Greeting greeting;
    private final GroupNotices groupNotices;
    private final Retention retention;
    private final PollUpkeep pollUpkeep;
    private final Users users;
    final Polls polls;
    final ThreadCounts threadCounts;
    final ThreadShapes threadShapes;

    MessageWiring(
            Config config,
            PeopleWiring people,
            GuildWiring guilds,
            FileWiring files,
            Database database,
            Bus bus,
            Snowflakes ids,
            Clock clock,
            Oversight oversight) {
        users = people.accounts.users;
        channels = guilds.channels;
        long kept = Runtime.getRuntime().maxMemory() / 100 * config.of(Keys.HISTORY_MEMORY_PERCENT);
        ledger = new Ledger(database, bus, kept);
        messages = new Messages(
                ledger, database, channels, guilds.threads, guilds.conversations, users, ids, clock, oversight);
        history = new History(ledger, channels);
        var standing = new Standing(users, clock);
        reactions = new Reactions(ledger, database, channels, files.applicationEmojis, standing, ids);
        pins = new Pins(ledger, messages, database, channels, clock);
        readStates = new ReadStates(
                messages, guilds.guilds, channels, guilds.viewers, people.relations, people.alerts, database, bus);
        inbox = new Inbox(ledger, guilds.guilds, guilds.viewers, people.relations, people.alerts, database, bus);
        typing = new Typing(channels, bus, clock);
        purges = new Purges(ledger, database, channels, clock);
        greeting = new Greeting(messages, guilds.guilds, channels, bus);
        groupNotices = new GroupNotices(messages, channels, bus);
        retention = new Retention(
                ledger, messages, database, bus, clock, Duration.ofDays(config.of(Keys.PURGE_DELETED_DAYS)));
        polls = new Polls(ledger, messages, channels, standing, database, clock);
        pollUpkeep = new PollUpkeep(polls, bus, clock);
        threadCounts = new ThreadCounts(channels, database, bus);
        threadShapes = new ThreadShapes(messages, threadCounts, channels);
        shapes = new MessageShapes(users, files.links, polls, threadShapes::from, people.accounts.applications::blind);
        pages = new MessagePages(shapes, users, kept);
        this.filing = files.filing;
    }

    /// Lets messages be written.
    void start() {
        messages.start();
        retention.start();
        pollUpkeep.start();
    }

    List<Route> routes() {
        return Stream.of(
                        Routes.messages(
                                new MessageEndpoints(messages, history, channels, filing, shapes, pages),
                                new ReactionEndpoints(reactions, users),
                                new PinEndpoints(pins, shapes),
                                new TypingEndpoints(typing)),
                        Routes.readStates(new ReadStateEndpoints(readStates)))
                .flatMap(List::stream)
                .toList();
    }

    /// Finishes what was accepted.
    @Override
    public void close() {
        retention.close();
        pollUpkeep.close();
        greeting.close();
        groupNotices.close();
        messages.close();
    }
}
