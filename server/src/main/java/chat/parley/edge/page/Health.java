package chat.parley.edge.page;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.DatabaseFault;
import chat.parley.edge.http.Call;
import chat.parley.edge.http.Reply;
import chat.parley.edge.http.Site;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a watcher how the node is: `/health/live` answers as long as the program runs, `/health/ready` while
/// it takes work, `/health` says all there is to say. 200 means well, 503 not.
public final class Health implements Site {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final String ROOT = "/health";
    /// A look at the database serves everybody for so long, because anybody may ask.
    private static final long FRESH_MS = 1_000;

    private final Clock clock;
    private final Database database;
    private final BooleanSupplier ready;
    private final Map<String, LongSupplier> counts;
    private final String version;
    private final long startedAt;
    private volatile Look last = new Look(false, 0, Long.MIN_VALUE);

    private record Look(boolean ok, long tookMs, long at) {}

    private record Part(boolean ok, long ms) {}

    private record Report(
            String status,
            boolean live,
            boolean ready,
            Part database,
            Map<String, Long> counts,
            @JsonProperty("uptime_s") long uptime,
            String version) {}

    /// @param ready false while the node starts or drains
    /// @param counts what there is to count, by name
    public Health(
            Clock clock, Database database, BooleanSupplier ready, Map<String, LongSupplier> counts, String version) {
        this.clock = clock;
        this.database = database;
        this.ready = ready;
        this.counts = Map.copyOf(counts);
        this.version = version;
        this.startedAt = clock.millis();
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(ROOT) && (path.length() == ROOT.length() || path.charAt(ROOT.length()) == '/');
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public Reply refused(Refusal refusal) {
        return Reply.status(refusal instanceof Refusal.Busy ? 503 : 400);
    }

    @Override
    public Reply answer(Call call) {
        if (!call.method().equals(HttpMethod.GET) && !call.method().equals(HttpMethod.HEAD)) {
            return Reply.status(405).with("Allow", "GET, HEAD");
        }
        var reply = switch (call.path()) {
            case "/health" -> all();
            case "/health/live" -> Reply.json(Map.of("live", true));
            case "/health/ready" -> isReady();
            default -> Reply.status(404);
        };
        return reply.with("Cache-Control", "no-store");
    }

    private Reply all() {
        var look = look();
        boolean well = ready.getAsBoolean() && look.ok;
        var numbers = new TreeMap<String, Long>();
        counts.forEach((name, count) -> numbers.put(name, count.getAsLong()));
        long uptime = (clock.millis() - startedAt) / 1_000;
        var report = new Report(
                well ? "ok" : "unavailable", true, well, new Part(look.ok, look.tookMs), numbers, uptime, version);
        return Reply.json(well ? 200 : 503, report);
    }

    private Reply isReady() {
        boolean well = ready.getAsBoolean() && look().ok;
        return Reply.json(well ? 200 : 503, Map.of("ready", well));
    }

    private Look look() {
        var seen = last;
        long now = clock.millis();
        if (seen.at != Long.MIN_VALUE && Math.abs(now - seen.at) < FRESH_MS) {
            return seen;
        }
        seen = new Look(isThere(), clock.millis() - now, now);
        last = seen;
        return seen;
    }

    private boolean isThere() {
        try {
            return database.first("select 1 as one", row -> row.integer("one")).isPresent();
        } catch (DatabaseFault fault) {
            log.warn("The database does not answer: {}", fault.getMessage());
            return false;
        }
    }
}
