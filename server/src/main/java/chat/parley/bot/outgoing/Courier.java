package chat.parley.bot.outgoing;

import chat.parley.base.bus.Bus;
import chat.parley.base.bus.Event;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.json.Json;
import chat.parley.base.limit.Limits;
import chat.parley.base.web.GuardedClient;
import chat.parley.base.web.Unreachable;
import chat.parley.base.web.WebCall;
import chat.parley.channel.Viewers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down what is to be told, and carries it. A letter that is not taken is tried again after ten seconds, then
/// after twice as long each time; the tenth failure, more than an hour later, makes it a dead letter, as does an
/// address that says that it is gone for good (RFC 9110, 15.5.11).
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int EVERY_MS = 500;
    private static final int AT_ONCE = 16;
    private static final int ATTEMPTS_MAX = 10;
    private static final int FIRST_PAUSE_S = 10;
    private static final int GONE = 410;
    private static final int ANSWER_MAX_BYTES = 1_024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("courier").factory());
    /// What happened is written down in its order; when there is too much of it, whoever publishes waits.
    private final ThreadPoolExecutor desk = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(Limits.OUTGOING_QUEUE_MAX),
            Thread.ofVirtual().name("letters").factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());

    private final OutgoingHooks hooks;
    private final OutgoingStore store;
    private final GuardedClient client;
    private final Viewers viewers;
    private final Snowflakes ids;
    private final Clock clock;
    /// Only rounds touch it.
    private Instant sweptAt = Instant.EPOCH;

    public Courier(
            OutgoingHooks hooks,
            OutgoingStore store,
            GuardedClient client,
            Viewers viewers,
            Snowflakes ids,
            Clock clock) {
        this.hooks = hooks;
        this.store = store;
        this.client = client;
        this.viewers = viewers;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param words puts an event into words; `null` for those that are not told
    public <E extends Event> void hear(Bus bus, Class<E> kind, Function<E, @Nullable Told> words) {
        bus.subscribe(kind, event -> {
            if (hooks.any()) {
                desk.execute(() -> write(event, words));
            }
        });
    }

    public void start() {
        hooks.open();
        rounds.scheduleWithFixedDelay(this::round, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        desk.close();
    }

    private <E extends Event> void write(E event, Function<E, @Nullable Told> words) {
        try {
            var told = words.apply(event);
            if (told != null) {
                hooks.of(told.guild()).stream()
                        .filter(it -> it.events().contains(told.event()))
                        .filter(it -> told.channel() == null || viewers.canView(it.creator(), told.channel()))
                        .forEach(it -> post(it, told));
            }
        } catch (RuntimeException fault) {
            LOG.error("An event was not written down for others", fault);
        }
    }

    private void post(OutgoingHook hook, Told told) {
        var id = new EntityId(ids.next());
        var now = clock.instant();
        String body = Json.text(Map.of(
                "id", id, "event", told.event(), "guild_id", told.guild(), "timestamp", now, "data", told.data()));
        store.post(new Letter(id, hook.id(), told.event(), body, Letter.State.WAITING, 0, null, now), now);
    }

    private void round() {
        try {
            sweep();
            var due = store.due(clock.instant(), AT_ONCE);
            if (due.isEmpty()) {
                return;
            }
            try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(it -> carriers.execute(() -> safely(it)));
            }
        } catch (RuntimeException fault) {
            LOG.error("A round of the courier failed", fault);
        }
    }

    /// Once in a while, what was taken long ago is forgotten.
    private void sweep() {
        var now = clock.instant();
        if (now.isAfter(sweptAt.plus(SWEEP_EVERY))) {
            sweptAt = now;
            store.forgetTaken(now.minus(Duration.ofHours(Limits.DELIVERIES_KEPT_H)));
        }
    }

    private void safely(Letter letter) {
        try {
            carry(letter);
        } catch (RuntimeException fault) {
            if (rounds.isShutdown()) {
                LOG.info("A letter is carried after the next start");
            } else {
                LOG.error("A letter was not carried", fault);
            }
        }
    }

    private void carry(Letter letter) {
        var hook = store.find(letter.hook()).orElse(null);
        if (hook == null) {
            return;
        }
        try {
            byte[] body = letter.body().getBytes(StandardCharsets.UTF_8);
            String timestamp = Long.toString(clock.instant().getEpochSecond());
            var headers = Map.of(
                    "Content-Type",
                    "application/json",
                    "User-Agent",
                    "Parley-Webhooks/1.0",
                    "X-Parley-Event",
                    letter.event(),
                    "X-Parley-Delivery",
                    letter.id().text(),
                    "X-Parley-Timestamp",
                    timestamp,
                    "X-Parley-Signature",
                    "sha256=" + signature(hook.secret(), timestamp, body));
            var answer = client.call(WebCall.post(URI.create(hook.url()), headers, body, ANSWER_MAX_BYTES, PATIENCE));
            if (answer.success()) {
                store.taken(letter.id(), "HTTP " + answer.status());
            } else {
                failed(letter, "HTTP " + answer.status(), answer.status() == GONE);
            }
        } catch (Unreachable unreachable) {
            failed(letter, String.valueOf(unreachable.getMessage()), false);
        }
    }

    private void failed(Letter letter, String failure, boolean gone) {
        boolean dead = gone || letter.attempts() + 1 >= ATTEMPTS_MAX;
        var next = clock.instant().plusSeconds((long) FIRST_PAUSE_S << letter.attempts());
        store.failed(letter.id(), failure, next, dead);
    }

    /// HMAC-SHA256 over the timestamp, a dot and the body.
    private static String signature(String secret, String timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", missing);
        }
    }
}
