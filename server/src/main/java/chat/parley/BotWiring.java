package chat.parley;

import chat.parley.account.Caller;
import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.base.web.Destinations;
import chat.parley.base.web.GuardedClient;
import chat.parley.bot.Applications;
import chat.parley.bot.command.Availability;
import chat.parley.bot.command.CommandStore;
import chat.parley.bot.command.Commands;
import chat.parley.bot.event.EventCourier;
import chat.parley.bot.event.EventStore;
import chat.parley.bot.install.Departures;
import chat.parley.bot.install.InstallationStore;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstallations;
import chat.parley.bot.interaction.Interactions;
import chat.parley.bot.interaction.Replies;
import chat.parley.bot.interaction.Rooms;
import chat.parley.bot.interaction.Rounds;
import chat.parley.bot.interaction.Shown;
import chat.parley.bot.interaction.Whispers;
import chat.parley.bot.oauth.OAuth;
import chat.parley.bot.oauth.OAuthStore;
import chat.parley.bot.outgoing.Courier;
import chat.parley.bot.outgoing.OutgoingHooks;
import chat.parley.bot.outgoing.OutgoingStore;
import chat.parley.bot.webhook.WebhookStore;
import chat.parley.bot.webhook.WebhookVoice;
import chat.parley.bot.webhook.Webhooks;
import chat.parley.channel.ChannelEvent;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.discord.rest.bot.ApplicationEndpoints;
import chat.parley.edge.discord.rest.bot.BotRoutes;
import chat.parley.edge.discord.rest.bot.BotTargets;
import chat.parley.edge.discord.rest.bot.CommandEndpoints;
import chat.parley.edge.discord.rest.bot.EndpointCaller;
import chat.parley.edge.discord.rest.bot.HookEndpoints;
import chat.parley.edge.discord.rest.bot.InstallEndpoints;
import chat.parley.edge.discord.rest.bot.InteractionEndpoints;
import chat.parley.edge.discord.rest.bot.OutgoingEndpoints;
import chat.parley.edge.discord.rest.bot.ReplyEndpoints;
import chat.parley.edge.discord.rest.bot.TokenEndpoints;
import chat.parley.edge.discord.rest.bot.WebhookEndpoints;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.rest.oauth.ConsentEndpoints;
import chat.parley.edge.discord.rest.oauth.GrantEndpoints;
import chat.parley.edge.discord.rest.oauth.OAuthRoutes;
import chat.parley.edge.discord.shape.bot.ApplicationEventShapes;
import chat.parley.edge.discord.shape.bot.InteractionShapes;
import chat.parley.edge.discord.shape.bot.OutgoingShapes;
import chat.parley.edge.http.Route;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.member.Admission;
import chat.parley.message.MessageEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The part of [App] that wires applications and their bots.
final class BotWiring implements AutoCloseable {
    final Applications applications;
    final Installations installations;

    private final AccountWiring accounts;
    private final GuildWiring guilds;
    private final OwnInstallations own;
    private final OAuth oauth;
    private final EventCourier events;
    private final Departures departures;
    private final Commands commands;
    private final Availability availability;
    private final Interactions interactions;
    private final Replies replies;
    private final Shown shown;
    private final Rounds rounds;
    private final Webhooks webhooks;
    private final OutgoingHooks outgoing;
    private final Courier courier;
    private final WebhookVoice webhookVoice;
    private final MessageWiring messages;
    private final GuardedClient client;
    private final Bus bus;

    BotWiring(
            Config config,
            AccountWiring accounts,
            GuildWiring guilds,
            MessageWiring messages,
            Database database,
            Bus bus,
            Snowflakes ids,
            Clock clock) {
        this.messages = messages;
        this.bus = bus;
        client = new GuardedClient(Destinations.with(config.of(Keys.OUTGOING_NETWORKS)));
        this.accounts = accounts;
        this.guilds = guilds;
        applications = accounts.applications;
        var admission = new Admission(guilds.guilds, database, ids, clock);
        installations = new Installations(
                new InstallationStore(database), applications, guilds.guilds, admission, guilds.membership, bus, clock);
        own = new OwnInstallations(database, bus, clock);
        oauth = new OAuth(new OAuthStore(database), accounts.users, ids, bus, clock);
        events = new EventCourier(
                applications,
                new EventStore(database),
                new ApplicationEventShapes(accounts.users, guilds.guilds),
                client,
                ids,
                clock);
        events.listen(bus);
        departures = new Departures(accounts.users, guilds.roles, installations, bus);

        commands = new Commands(new CommandStore(database), applications, installations, ids, bus);
        availability = new Availability(commands, installations, own, guilds.guilds);
        long attachmentMaxBytes = (long) config.of(Keys.ATTACHMENT_MAX_MB) << 20;
        interactions = new Interactions(availability, guilds.viewers, ids, bus, clock, attachmentMaxBytes);
        var whispers = new Whispers(bus);
        var rooms = new Rooms(guilds.guilds, guilds.channels, messages.messages.relay(), messages.history::stored);
        replies = new Replies(interactions, rooms, whispers, ids);
        shown = new Shown(messages.history, whispers);
        rounds = new Rounds(interactions);

        var letters = new OutgoingStore(database);
        outgoing = new OutgoingHooks(letters, guilds.guilds, ids, clock);
        courier = new Courier(outgoing, letters, client, guilds.viewers, ids, clock);
        var words = new OutgoingShapes(accounts.users, messages.shapes);
        courier.hear(bus, MessageEvent.class, words::of);
        courier.hear(bus, ChannelEvent.class, words::of);
        courier.hear(bus, GuildEvent.class, words::of);
        webhooks = new Webhooks(new WebhookStore(database), guilds.guilds, guilds.channels, ids, bus, clock);
        webhookVoice = new WebhookVoice(
                guilds.guilds, guilds.channels, messages.messages.relay(), messages.history, guilds.threads, ids);
    }

    /// From now on, who waits for an application in vain is told so.
    void start() {
        rounds.start();
        courier.start();
        events.start();
    }

    /// Reads the header `Authorization`: of people and bots, and of programs that people let act for them.
    Caller caller(String authorization) {
        return authorization.startsWith(OAuth.BEARER)
                ? oauth.caller(authorization.substring(OAuth.BEARER.length()).strip())
                : accounts.authentication.of(authorization);
    }

    List<Route> routes(FileWiring files) {
        Users users = accounts.users;
        var answering = new ReplyEndpoints(replies, messages.filing, messages.shapes);
        var endpoint = new EndpointCaller(
                client,
                applications,
                interactions,
                answering,
                new InteractionShapes(users, guilds.viewers, messages.shapes));
        endpoint.listen(bus);
        var hooks = new HookEndpoints(webhooks, webhookVoice, messages.filing, messages.shapes);
        var emojis = files.applicationEmojis(applications, users);
        return Stream.of(
                        BotRoutes.applications(new ApplicationEndpoints(
                                applications, installations, own, oauth, users, endpoint, emojis, files.portraits)),
                        BotRoutes.emojis(emojis),
                        BotRoutes.installations(new InstallEndpoints(installations, applications, users)),
                        OAuthRoutes.of(
                                new ConsentEndpoints(
                                        oauth, applications, installations, own, guilds.guilds, guilds.channels, users),
                                new GrantEndpoints(oauth, applications, own, webhooks, guilds.guilds, users)),
                        BotRoutes.commands(new CommandEndpoints(
                                commands,
                                availability,
                                applications,
                                guilds.guilds,
                                guilds.channels,
                                users,
                                accounts.settings)),
                        BotRoutes.interactions(
                                new InteractionEndpoints(
                                        interactions,
                                        shown,
                                        guilds.channels,
                                        guilds.viewers,
                                        users,
                                        accounts.settings,
                                        messages.filing),
                                answering,
                                new TokenEndpoints(interactions, answering, hooks)),
                        BotRoutes.outgoing(new OutgoingEndpoints(outgoing)),
                        BotRoutes.webhooks(new WebhookEndpoints(webhooks, users, files.portraits), hooks))
                .flatMap(List::stream)
                .toList();
    }

    Map<String, AuditTargets> auditTargets() {
        return new BotTargets(webhooks, installations, applications, commands, accounts.users).all();
    }

    @Override
    public void close() {
        rounds.close();
        courier.close();
        events.close();
        client.close();
        departures.close();
    }
}
