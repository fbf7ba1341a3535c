package chat.parley.edge.discord.gateway;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.account.alert.Alerts;
import chat.parley.account.settings.SettingsStore;
import chat.parley.account.settings.UserSettings;
import chat.parley.auth.Authentication;
import chat.parley.auth.bot.BotTokenStore;
import chat.parley.auth.bot.Bots;
import chat.parley.auth.session.Device;
import chat.parley.auth.session.SessionStore;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.token.AccessTokens;
import chat.parley.auth.token.SigningKeyStore;
import chat.parley.auth.token.SigningKeys;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.RateLimits;
import chat.parley.base.sql.Database;
import chat.parley.bot.Application;
import chat.parley.bot.ApplicationStore;
import chat.parley.bot.Applications;
import chat.parley.channel.Channel;
import chat.parley.channel.ChannelDraft;
import chat.parley.channel.Channels;
import chat.parley.channel.Furnishing;
import chat.parley.channel.Layout;
import chat.parley.channel.Overwrites;
import chat.parley.channel.PrivateRooms;
import chat.parley.channel.Viewers;
import chat.parley.channel.event.ScheduledEvents;
import chat.parley.channel.thread.ThreadMembers;
import chat.parley.channel.thread.Threads;
import chat.parley.conversation.Conversations;
import chat.parley.conversation.Groups;
import chat.parley.conversation.Reach;
import chat.parley.edge.discord.gateway.event.FriendWords;
import chat.parley.edge.discord.gateway.event.Voices;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.thread.ThreadShapes;
import chat.parley.edge.http.EventLoops;
import chat.parley.edge.http.HttpOptions;
import chat.parley.edge.http.HttpServer;
import chat.parley.file.FileLinks;
import chat.parley.friend.Friends;
import chat.parley.friend.Notes;
import chat.parley.friend.Relations;
import chat.parley.guild.Founding;
import chat.parley.guild.Gathering;
import chat.parley.guild.Guilds;
import chat.parley.guild.Standing;
import chat.parley.guild.member.Members;
import chat.parley.guild.member.Membership;
import chat.parley.guild.role.Roles;
import chat.parley.message.AllowedMentions;
import chat.parley.message.Draft;
import chat.parley.message.Ledger;
import chat.parley.message.Message;
import chat.parley.message.Messages;
import chat.parley.message.oversight.Oversight;
import chat.parley.message.poll.Polls;
import chat.parley.message.read.ReadStates;
import chat.parley.message.thread.ThreadCounts;
import chat.parley.presence.Presences;
import chat.parley.testing.GatewayClient;
import chat.parley.testing.TestDatabase;
import chat.parley.voice.Overseer;
import chat.parley.voice.Statuses;
import chat.parley.voice.VoiceStates;
import chat.parley.voice.call.Calls;
import chat.parley.voice.stage.Stages;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The features and the gateway on a port of their own, without REST: tests act by the features' verbs and
/// listen by real sockets. Two event loops, so that sessions and sockets part ways.
final class House implements AutoCloseable {
    private final TestDatabase own = TestDatabase.lived(Clock.systemUTC());
    final Database database = own.database();
    final InProcessBus bus = new InProcessBus();
    private final Snowflakes ids;
    final Users users;
    final Sessions sessions;
    final Bots bots;
    final UserSettings settings;
    final Guilds guilds;
    final Channels channels;
    final Viewers viewers;
    final Roles roles;
    final Members members;
    final Membership membership;
    final Founding founding;
    final Layout layout;
    final Overwrites overwrites;
    final Friends friends;
    final Conversations conversations;
    final Groups groups;
    final Threads threads;
    final ThreadMembers threadMembers;
    final Messages messages;
    final ReadStates readStates;
    private final ThreadCounts counts;
    final Presences presences;
    final VoiceStates voice;
    final Applications applications;
    final Gateway gateway;
    private final EventLoops loops =
            new EventLoops(new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory()), NioServerSocketChannel.class);
    private final HttpServer server;
    private final int port;

    House() {
        this(Clock.systemUTC(), 1_000_000);
    }

    House(Clock clock, int socketsPerAddress) {
        ids = new Snowflakes(clock, 1);
        users = new Users(new UserStore(database), ids, bus, clock);
        var keys = new SigningKeys(new SigningKeyStore(database), clock, Duration.ofDays(30));
        var tokens = new AccessTokens(keys, "house", clock);
        sessions = new Sessions(new SessionStore(database), tokens, ids, bus, clock);
        bots = new Bots(new BotTokenStore(database), users, bus, clock);
        settings = new UserSettings(new SettingsStore(database), bus, clock);
        guilds = new Guilds(database, bus, clock);
        channels = new Channels(guilds, database, bus, clock);
        var premises = new Furnishing(channels, ids);
        viewers = new Viewers(channels);
        roles = new Roles(guilds, premises, database, ids);
        members = new Members(guilds, users, database, clock);
        membership = new Membership(guilds, database, clock);
        founding = new Founding(guilds, premises, database, ids, clock);
        layout = new Layout(channels, database, ids);
        overwrites = new Overwrites(channels, database);
        var relations = new Relations(database);
        var alerts = new Alerts(database, bus);
        friends = new Friends(relations, users, settings, guilds, database, bus, clock);
        var gathering = new Gathering(guilds, database, ids, clock);
        var rooms = new PrivateRooms(channels, database);
        conversations = new Conversations(
                guilds, channels, users, gathering, rooms, new Reach(guilds, relations, settings), database, bus);
        groups = new Groups(conversations, guilds, gathering, rooms, bus);
        var ledger = new Ledger(database, bus, 1 << 20);
        threads = new Threads(channels, new Standing(users, clock), clock);
        threadMembers = new ThreadMembers(channels, clock);
        messages = new Messages(ledger, database, channels, threads, conversations, users, ids, clock, Oversight.NONE);
        counts = new ThreadCounts(channels, database, bus);
        messages.start();
        readStates = new ReadStates(messages, guilds, channels, viewers, relations, alerts, database, bus);
        presences = new Presences(bus, clock);
        var authentication = new Authentication(tokens, sessions, bots, users);
        var limits = new RateLimits(clock, RateLimits.Settings.standard());
        applications = new Applications(new ApplicationStore(database), bots, clock);
        var events = new ScheduledEvents(guilds, viewers, database, ids, bus, clock);
        var polls = new Polls(ledger, messages, channels, new Standing(users, clock), database, clock);
        var threadShapes = new ThreadShapes(messages, counts, channels);
        var links = new FileLinks(() -> "http://localhost", new byte[32], clock);
        var shapes = new MessageShapes(users, links, polls, threadShapes::from, _ -> false);
        var words = new FriendWords(users, relations, new Notes(database, users, bus), alerts, presences);
        voice = new VoiceStates(guilds, viewers, database, bus, clock);
        new Overseer(voice, viewers, bus);
        gateway = new Assembly(
                        users,
                        settings,
                        guilds,
                        viewers,
                        messages,
                        readStates,
                        presences,
                        applications,
                        new Assembly.Further(shapes, threadShapes, events, words, voices(clock)))
                .gateway(new Gateway.Options(socketsPerAddress, "", limits), authentication, bus, clock);
        server = serving(gateway, loops);
        port = server.start();
    }

    private Voices voices(Clock clock) {
        return new Voices(
                voice,
                new Calls(guilds, channels, conversations, voice, ids, bus, clock),
                new Stages(guilds, channels, voice, ids, bus),
                new Statuses(voice, channels, bus));
    }

    private static HttpServer serving(Gateway gateway, EventLoops loops) {
        return new HttpServer(
                HttpOptions.of("127.0.0.1", 0, List.of(), List.of()),
                loops,
                List.of(),
                Map.of("/gateway", gateway, "/gateway/", gateway, "/", gateway));
    }

    ChannelId newId() {
        return new ChannelId(ids.next());
    }

    /// Somebody who has an account and is signed in on one device.
    record Person(Caller caller, String token) {}

    Person person(String name) {
        var account = users.create(new NewAccount(name, null, null, User.Kind.PERSON), (_, _) -> {});
        return device(account.id());
    }

    Person device(UserId id) {
        var signedIn = sessions.open(id, Device.of("", "127.0.0.1"));
        return new Person(new Caller(id, signedIn.session(), false, false), signedIn.accessToken());
    }

    Person bot(Person owner, String name) {
        var id = applications.create(owner.caller(), name).id();
        applications.change(owner.caller(), id, it -> it.opened(true, Application.Flags.SETTABLE));
        var bot = applications.token(owner.caller(), id);
        return new Person(new Caller(id, new EntityId(id.value()), true, false), bot.token());
    }

    GuildId guild(Person owner, String name) {
        return founding.found(owner.caller(), name, null).id();
    }

    void join(Person person, GuildId guild) {
        membership.join(person.caller().id(), guild, false, _ -> {});
    }

    ChannelId general(GuildId guild) {
        return channels.in(guild).stream()
                .filter(it -> it.kind() == Channel.Kind.TEXT)
                .findFirst()
                .orElseThrow()
                .id();
    }

    ChannelId channel(Person owner, GuildId guild, String name) {
        return layout.add(owner.caller(), guild, ChannelDraft.of(Channel.Kind.TEXT, name))
                .id();
    }

    Message post(Person author, ChannelId channel, String text) {
        return messages.post(author.caller(), channel, new Draft(text, null, null, AllowedMentions.ALL, 0))
                .message();
    }

    URI address(String more) {
        return URI.create("ws://127.0.0.1:" + port + "/gateway?v=10&encoding=json" + more);
    }

    int port() {
        return port;
    }

    GatewayClient connect() {
        return GatewayClient.connect(address(""));
    }

    @Override
    public void close() {
        gateway.close();
        server.close();
        counts.close();
        messages.close();
        loops.close();
        own.close();
    }
}
