package chat.parley;

import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database;
import chat.parley.channel.Layout;
import chat.parley.config.Config;
import chat.parley.config.Keys;
import chat.parley.edge.cdn.RecordingFiles;
import chat.parley.edge.discord.gateway.event.Voices;
import chat.parley.edge.discord.rest.voice.CallEndpoints;
import chat.parley.edge.discord.rest.voice.RecordingEndpoints;
import chat.parley.edge.discord.rest.voice.SoundboardEndpoints;
import chat.parley.edge.discord.rest.voice.StageEndpoints;
import chat.parley.edge.discord.rest.voice.TrialEndpoints;
import chat.parley.edge.discord.rest.voice.VoiceRoutes;
import chat.parley.edge.discord.rest.voice.VoiceStateEndpoints;
import chat.parley.edge.discord.voice.VoiceGateway;
import chat.parley.edge.http.Route;
import chat.parley.edge.http.Sockets;
import chat.parley.edge.page.MediaDelays;
import chat.parley.edge.page.Sample;
import chat.parley.file.blob.MasterKeys;
import chat.parley.file.sound.SoundFiles;
import chat.parley.guild.expression.Sounds;
import chat.parley.media.net.MediaServer;
import chat.parley.media.net.MediaSettings;
import chat.parley.voice.Lobbies;
import chat.parley.voice.Overseer;
import chat.parley.voice.Podium;
import chat.parley.voice.Statuses;
import chat.parley.voice.Steward;
import chat.parley.voice.VoiceStates;
import chat.parley.voice.call.Calls;
import chat.parley.voice.record.Places;
import chat.parley.voice.record.Recordings;
import chat.parley.voice.room.Rooms;
import chat.parley.voice.soundboard.Soundboard;
import chat.parley.voice.stage.Stages;
import chat.parley.voice.trial.Advertised;
import chat.parley.voice.trial.TrialKey;
import chat.parley.voice.trial.Trials;
import chat.parley.voice.turn.Relays;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The part of [App] that wires who talks where, and the media server through which they do. When its port
/// cannot be had, everything but talking works.
final class VoiceWiring {
    private static final Logger LOG = LoggerFactory.getLogger(VoiceWiring.class);
    private static final int UNLIMITED = 1_000_000;

    final VoiceStates states;
    final Steward steward;
    final Voices voices;

    private final GuildWiring guilds;
    private final Relays relays;
    private final @Nullable Trials trials;
    private final Lobbies lobbies;
    private final Soundboard board;
    private final Database database;
    private final Snowflakes ids;
    private final Clock clock;
    private final @Nullable Recordings recordings;
    private final FileWiring files;
    private final @Nullable Rooms rooms;
    private final @Nullable VoiceGateway gateway;

    /// Wired before the gateway listens, so that who was put out of a channel is known when the reason is told.
    VoiceWiring(
            Config config,
            Users users,
            GuildWiring guilds,
            FileWiring files,
            Database database,
            Bus bus,
            Snowflakes ids,
            Clock clock) {
        this.guilds = guilds;
        this.database = database;
        this.ids = ids;
        this.files = files;
        this.clock = clock;
        states = new VoiceStates(guilds.guilds, guilds.viewers, database, bus, clock);
        steward = new Steward(states, bus);
        new Overseer(states, guilds.viewers, bus);
        var statuses = new Statuses(states, guilds.channels, bus);
        var stages = new Stages(guilds.guilds, guilds.channels, states, ids, bus);
        var calls = new Calls(guilds.guilds, guilds.channels, guilds.conversations, states, ids, bus, clock);
        var layout = new Layout(guilds.channels, database, ids);
        lobbies = new Lobbies(states, guilds.guilds, guilds.channels, layout, users, bus, clock);
        board = new Soundboard(states, guilds.channels, guilds.guilds, bus);
        voices = new Voices(states, calls, stages, statuses);
        var media = media(config);
        trials = media == null ? null : new Trials(media.server(), ids);
        relays = relays(config, clock);
        rooms = media == null ? null : new Rooms(media.server(), media.host(), states, bus);
        recordings = rooms == null
                ? null
                : new Recordings(
                        new Places(
                                database, files.vault, config.of(Keys.DATA_DIR).resolve("recordings")),
                        guilds.channels,
                        states,
                        ids,
                        bus,
                        clock,
                        Duration.ofDays(config.of(Keys.RECORDING_DAYS)));
        if (rooms != null && recordings != null) {
            rooms.attend(recordings);
        }
        int sockets = config.of(Keys.RATE_LIMITS).equals("off") ? UNLIMITED : config.of(Keys.SOCKETS_PER_ADDRESS);
        gateway = rooms == null ? null : new VoiceGateway(rooms, relays, sockets);
    }

    /// Both gateways by their paths.
    Map<String, Sockets> sockets(Sockets events) {
        var paths = new HashMap<String, Sockets>();
        paths.put("/gateway", events);
        paths.put("/gateway/", events);
        paths.put("/", events);
        if (gateway != null) {
            paths.put("/voice", gateway);
            paths.put("/voice/", gateway);
        }
        return paths;
    }

    List<Route> routes(Users users, SoundFiles sounds) {
        return VoiceRoutes.all(
                new VoiceStateEndpoints(
                        states,
                        new Podium(states, users, clock),
                        voices.statuses(),
                        guilds.guilds,
                        guilds.channels,
                        users),
                new StageEndpoints(voices.stages()),
                new CallEndpoints(voices.calls()),
                new TrialEndpoints(trials, relays),
                new SoundboardEndpoints(new Sounds(guilds.guilds, database), sounds, board, users, ids),
                new RecordingEndpoints(recordings, files.links));
    }

    /// Once everything else has started.
    void start() {
        lobbies.start();
        if (recordings != null) {
            recordings.start();
        }
    }

    /// What was recorded, to be served.
    @Nullable
    RecordingFiles recordingFiles() {
        return recordings == null ? null : new RecordingFiles(recordings::file, files.vault, files.links);
    }

    /// How long the media server has not answered; much more than a moment means that calls stand still.
    long stalledMs() {
        return rooms == null ? 0 : rooms.stalledMs();
    }

    /// The media server's numbers.
    List<Sample> samples() {
        var all = new ArrayList<Sample>();
        if (rooms != null) {
            all.add(Sample.gauge("media_participants", "People and bots in calls.", rooms.participants()));
            all.add(Sample.gauge(
                    "media_stalled_ms", "How long the busiest media loop has been at one thing.", rooms.stalledMs()));
            all.add(Sample.gauge(
                    "media_large_pages_bytes",
                    "Memory that was put into large pages when people came last.",
                    rooms.largePagesBytes()));
            all.add(MediaDelays.told(rooms.delays()));
            rooms.counts()
                    .forEach((count, number) -> all.add(Sample.counter("media_" + count.label(), count.help, number)));
        }
        return all;
    }

    /// Sends everybody away, to come back.
    void drain() {
        if (gateway != null) {
            gateway.drain();
        }
    }

    void close() {
        if (recordings != null) {
            recordings.close();
        }
        if (trials != null) {
            trials.close();
        }
        lobbies.close();
        if (rooms != null) {
            rooms.close();
        }
    }

    private static Relays relays(Config config, Clock clock) {
        var urls = config.of(Keys.TURN_URLS);
        if (!urls.isEmpty() && config.of(Keys.TURN_SECRET).isEmpty()) {
            LOG.error("Nobody is relayed: turn_urls names TURN servers, but turn_secret is empty");
        }
        return new Relays(urls, config.of(Keys.TURN_SECRET), clock);
    }

    /// @param host what bots are told
    private record Media(MediaServer server, String host) {}

    private static @Nullable Media media(Config config) {
        try {
            var host = InetAddress.getByName(config.of(Keys.HOST));
            var addresses = Advertised.of(config);
            var settings = MediaSettings.of(host, config.of(Keys.MEDIA_PORT), addresses)
                    .withLargePages(config.of(Keys.MEDIA_LARGE_PAGES).equals("on"));
            var server = MediaServer.start(settings);
            var keys = MasterKeys.at(config.of(Keys.DATA_DIR).resolve("files.key"));
            server.trial(TrialKey.of(keys.derived(TrialKey.PURPOSE)));
            return new Media(server, addresses.getFirst().getHostAddress());
        } catch (IOException unavailable) {
            LOG.error("Nobody can talk: UDP port {} is not to be had", config.of(Keys.MEDIA_PORT), unavailable);
            return null;
        }
    }
}
