package chat.parley.bot.event;

import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.bot.event.EventStore.Letter;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.install.OwnInstalled;
import chat.parley.bot.oauth.OAuthEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what an application is to be told, and carries it. What is not taken is tried again after five seconds,
/// then after twice as long each time, for about ten minutes; then the application is told nothing any more until its
/// owner says so.
public final class EventCourier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventCourier.class);
    private static final int EVERY_MS = 500;
    private static final int AT_ONCE = 16;
    private static final int ATTEMPTS_MAX = 8;
    private static final int FIRST_PAUSE_S = 5;

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("application-events").factory());
    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("application-letters").factory());
    private final Applications applications;
    private final EventStore store;
    private final EventWords words;
    private final GuardedClient client;
    private final Snowflakes ids;
    private final Clock clock;

    public EventCourier(
            Applications applications,
            EventStore store,
            EventWords words,
            GuardedClient client,
            Snowflakes ids,
            Clock clock) {
        this.applications = applications;
        this.store = store;
        this.words = words;
        this.client = client;
        this.ids = ids;
        this.clock = clock;
    }

    /// How what is told is put into words; the edges know.
    public interface EventWords {
        Object installed(InstallEvent.Installed event);

        Object taken(OwnInstalled event);

        Object authorized(OAuthEvent.Authorized event);

        Object deauthorized(OAuthEvent.Deauthorized event);
    }

    /// What an address must answer with 204 before it is told anything.
    public static byte[] ping(UserId application) {
        return Json.bytes(Map.of("version", 1, "application_id", application, "type", 0));
    }

    public void listen(Bus bus) {
        bus.subscribe(
                InstallEvent.Installed.class,
                it -> post(it.it().application(), EventKind.APPLICATION_AUTHORIZED, () -> words.installed(it)));
        bus.subscribe(
                OwnInstalled.class,
                it -> post(it.application(), EventKind.APPLICATION_AUTHORIZED, () -> words.taken(it)));
        bus.subscribe(
                OAuthEvent.Authorized.class,
                it -> post(it.application(), EventKind.APPLICATION_AUTHORIZED, () -> words.authorized(it)));
        bus.subscribe(
                OAuthEvent.Deauthorized.class,
                it -> post(it.application(), EventKind.APPLICATION_DEAUTHORIZED, () -> words.deauthorized(it)));
    }

    public void start() {
        rounds.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        desk.close();
    }

    private void post(UserId application, EventKind kind, Supplier<Object> data) {
        try {
            desk.execute(() -> write(application, kind, data));
        } catch (RejectedExecutionException stopping) {
            LOG.info("An application was not told of an event while the server stops");
        }
    }

    private void write(UserId id, EventKind kind, Supplier<Object> data) {
        try {
            var application = applications.find(id).orElse(null);
            if (application == null || !application.reach().events().wants(kind.name())) {
                return;
            }
            var now = clock.instant();
            String body = Json.text(Map.of(
                    "version",
                    1,
                    "application_id",
                    id,
                    "type",
                    1,
                    "event",
                    Map.of("type", kind.name(), "timestamp", now, "data", data.get())));
            store.post(new Letter(new EntityId(ids.next()), id, body, 0), now);
        } catch (RuntimeException fault) {
            LOG.error("An event was not written down for an application", fault);
        }
    }

    private void round() {
        try {
            var due = store.due(clock.instant(), AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(it -> carriers.execute(() -> safely(it)));
            }
        } catch (RuntimeException fault) {
            LOG.error("A round of events for applications failed", fault);
        }
    }

    private void safely(Letter letter) {
        try {
            carry(letter);
        } catch (RuntimeException fault) {
            if (rounds.isShutdown()) {
                LOG.info("An application is told of an event after the next start");
            } else {
                LOG.error("An application was not told of an event", fault);
            }
        }
    }

    private void carry(Letter letter) {
        var events = applications
                .find(letter.application())
                .map(it -> it.reach().events())
                .orElse(null);
        String url = events == null || events.status() != Application.Events.ON ? null : events.url();
        if (url == null) {
            store.allOver(letter.application());
            return;
        }
        byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
        try {
            if (client.call(applications.signed(letter.application(), url, body, body))
                    .success()) {
                store.over(letter.id());
                return;
            }
        } catch (Unreachable unreachable) {
            LOG.debug("An application was not reached", unreachable);
        }
        if (letter.attempts() + 1 >= ATTEMPTS_MAX) {
            applications.giveUpTelling(letter.application());
            store.allOver(letter.application());
        } else {
            store.later(letter.id(), clock.instant().plusSeconds((long) FIRST_PAUSE_S << letter.attempts()));
        }
    }
}
