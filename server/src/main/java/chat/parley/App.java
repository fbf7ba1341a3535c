package chat.parley;

import chat.parley.auth.RegistrationMode;
import chat.parley.base.bus.Bus;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.limit.RateLimits;
import chat.parley.base.sql.Database;
import chat.parley.config.Config;
import chat.parley.config.Key;
import chat.parley.config.Keys;
import chat.parley.edge.discord.gateway.Assembly;
import chat.parley.edge.discord.gateway.Gateway;
import chat.parley.edge.discord.gateway.event.FriendWords;
import chat.parley.edge.discord.rest.GatewayEndpoints;
import chat.parley.edge.discord.rest.KeySetSite;
import chat.parley.edge.discord.rest.NodeEndpoints;
import chat.parley.edge.discord.rest.Routes;
import chat.parley.edge.discord.rest.api.Api;
import chat.parley.edge.discord.rest.moderation.AuditTargets;
import chat.parley.edge.discord.rest.openapi.OpenApi;
import chat.parley.edge.http.EventLoops;
import chat.parley.edge.http.HttpOptions;
import chat.parley.edge.http.HttpServer;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.tls.Certificate;
import chat.parley.edge.page.Health;
import chat.parley.edge.page.Metrics;
import chat.parley.edge.page.Page;
import chat.parley.edge.page.Sample;
import chat.parley.node.NodeSettings;
import chat.parley.node.NodeStore;
import chat.parley.node.Settings;
import chat.parley.node.Version;
import chat.parley.presence.Presences;
import chat.parley.presence.Visits;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// All wiring, by hand and in reading order: what everything stands on, the features, the edges.
public final class App implements AutoCloseable {
    private static final int UNLIMITED = 1_000_000;

    private final AccountWiring accounts;
    private final PeopleWiring people;
    private final FileWiring files;
    private final MessageWiring messages;
    private final SearchWiring search;
    private final ModerationWiring moderation;
    private final PreviewWiring previews;
    private final BotWiring bots;
    private final ThreadWiring threads;
    private final VoiceWiring voice;
    private final Gateway gateway;
    private final HttpServer http;
    private final EventLoops loops = EventLoops.open();
    private final @Nullable Certificate certificate;
    private final List<Route> table;
    private volatile boolean ready;
    private volatile int port;

    public App(Config config, Database database, Clock clock) {
        certificate = TlsWiring.certificate(config);
        var bus = new InProcessBus();
        var ids = new Snowflakes(clock, 0);

        accounts = new AccountWiring(config, database, bus, ids, clock);
        people = new PeopleWiring(accounts, database, bus, clock);
        var guilds = new GuildWiring(accounts.users, people, database, bus, ids, clock);
        var reception = new ReceptionWiring(guilds, database, ids, clock);
        people.watch(guilds.guilds);
        files = new FileWiring(config, guilds.channels, database, bus, ids, clock, this::port);
        moderation = new ModerationWiring(config, accounts.users, guilds, database, bus, ids, clock);
        messages = new MessageWiring(config, people, guilds, files, database, bus, ids, clock, moderation.oversight());
        search = new SearchWiring(config, guilds, messages, database, bus, clock);
        moderation.watch(messages.messages);
        previews = new PreviewWiring(config, messages.messages, guilds.viewers, database, bus, clock);
        bots = new BotWiring(config, accounts, guilds, messages, database, bus, ids, clock);
        voice = new VoiceWiring(config, accounts.users, guilds, files, database, bus, ids, clock);
        threads = new ThreadWiring(guilds, messages, database, bus, ids, clock);
        var presences = new Presences(bus, clock);
        new Visits(guilds.membership, bus);
        var limits = new RateLimits(clock, rates(config));
        gateway = gateway(config, guilds, people.words(presences), limits, presences, bus, clock);
        var settings = new Settings(new NodeStore(database), defaults(config));
        var registration = accounts.registration(() -> settings.now().registration(), guilds.invites);

        table = new ArrayList<Route>();
        table.addAll(Routes.node(new NodeEndpoints(settings, accounts.users, Version.NAME)));
        table.addAll(accounts.routes(registration, files.portraits));
        table.addAll(Routes.gateway(new GatewayEndpoints(gatewayUrl(config), limits, guilds.guilds)));
        table.addAll(guilds.routes(files.portraits, messages, presences::online, voice.steward));
        table.addAll(reception.routes(presences, accounts.users, files.links::open, files.portraits));
        table.addAll(messages.routes());
        table.addAll(people.routes(guilds.guilds, messages));
        table.addAll(search.routes());
        table.addAll(files.routes());
        table.addAll(files.routes(guilds.guilds, accounts.users));
        table.addAll(moderation.routes(messages.history, auditTargets()));
        table.addAll(bots.routes(files));
        table.addAll(threads.routes(accounts.users, files));
        table.addAll(voice.routes(accounts.users, files.sounds));

        var docs = new OpenApi(this::routes, Version.NAME);
        table.addAll(docs.routes());

        var api = new Api(table, bots::caller, limits, files.formMaxBytes());
        var health = new Health(clock, database, this::isReady, counts(), Version.NAME);
        var counts = new Metrics(this::samples, config.of(Keys.METRICS_READERS));
        var cdn = files.cdn().with(voice.recordingFiles());
        var keys = new KeySetSite(accounts.keys);
        var sites = List.of(docs, api, keys, health, counts, previews.pictures(), cdn, new Page());
        http = new HttpServer(options(config), loops, sites, voice.sockets(gateway), files.spool);
        if (certificate != null) {
            http.secure(certificate);
        }
    }

    /// Listens.
    ///
    /// @return the port, which matters when any free one was asked for
    public int start() {
        accounts.start();
        messages.start();
        search.start();
        moderation.start();
        threads.start();
        files.start();
        bots.start();
        port = http.start();
        ready = true;
        voice.start();
        return port;
    }

    /// Drains: accepts nobody any more, finishes what was begun.
    @Override
    public void close() {
        ready = false;
        voice.drain();
        gateway.drain();
        http.close();
        gateway.close();
        voice.close();
        moderation.close();
        people.close();
        previews.close();
        bots.close();
        threads.close();
        messages.close();
        search.close();
        files.close();
        loops.close();
        accounts.close();
        if (certificate != null) {
            certificate.close();
        }
    }

    /// Everything that can be called.
    public List<Route> routes() {
        return List.copyOf(table);
    }

    private Gateway gateway(
            Config config,
            GuildWiring guilds,
            FriendWords friends,
            RateLimits limits,
            Presences presences,
            Bus bus,
            Clock clock) {
        String url = gatewayUrl(config);
        var options = new Gateway.Options(limit(config, Keys.SOCKETS_PER_ADDRESS), url == null ? "" : url, limits);
        return new Assembly(
                        accounts.users,
                        accounts.settings,
                        guilds.guilds,
                        guilds.viewers,
                        messages.messages,
                        messages.readStates,
                        presences,
                        bots.applications,
                        new Assembly.Further(
                                messages.shapes, messages.threadShapes, guilds.events, friends, voice.voices))
                .gateway(options, accounts.authentication, bus, clock);
    }

    private Map<String, LongSupplier> counts() {
        return Map.of(
                "sockets", () -> gateway.counts().sockets(),
                "gateway_sessions", () -> gateway.counts().sessions(),
                "events_waiting", () -> gateway.counts().waiting(),
                "media_stalled_ms", voice::stalledMs);
    }

    private List<Sample> samples() {
        var all = new ArrayList<Sample>();
        var counts = gateway.counts();
        all.add(Sample.gauge("gateway_sockets", "Open gateway connections.", counts.sockets()));
        all.add(Sample.gauge("gateway_sessions", "Gateway sessions, resumable ones too.", counts.sessions()));
        all.add(Sample.gauge("gateway_events_waiting", "Events that wait for slow clients.", counts.waiting()));
        all.addAll(voice.samples());
        return all;
    }

    private Map<String, AuditTargets> auditTargets() {
        var all = new HashMap<>(bots.auditTargets());
        all.putAll(threads.auditTargets());
        return all;
    }

    private int port() {
        return port;
    }

    private boolean isReady() {
        return ready;
    }

    private static NodeSettings defaults(Config config) {
        var mode = RegistrationMode.valueOf(config.of(Keys.REGISTRATION).toUpperCase(Locale.ROOT));
        return new NodeSettings(config.of(Keys.NAME), "", mode);
    }

    private static @Nullable String gatewayUrl(Config config) {
        String url = config.publicUrl();
        return url.isEmpty() ? null : url.replaceFirst("^http", "ws") + "/gateway";
    }

    private static RateLimits.Settings rates(Config config) {
        return new RateLimits.Settings(
                limit(config, Keys.SIGN_INS_PER_MINUTE),
                limit(config, Keys.MESSAGES_PER_10_SECONDS),
                limit(config, Keys.REQUESTS_PER_SECOND),
                limit(config, Keys.ANONYMOUS_PER_SECOND),
                unlessOff(config, Limits.GATEWAY_STARTS_PER_DAY),
                unlessOff(config, 1),
                !config.of(Keys.RATE_LIMITS).equals("off"));
    }

    private static int limit(Config config, Key<Integer> key) {
        return unlessOff(config, config.of(key));
    }

    private static int unlessOff(Config config, int limit) {
        return config.of(Keys.RATE_LIMITS).equals("off") ? UNLIMITED : limit;
    }

    private static HttpOptions options(Config config) {
        return HttpOptions.of(
                config.of(Keys.HOST),
                config.of(Keys.PORT),
                config.of(Keys.TRUSTED_PROXIES),
                config.of(Keys.CORS_ORIGINS));
    }
}
