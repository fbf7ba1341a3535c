package chat.parley.edge.discord.gateway.session;

import chat.parley.account.Caller;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.gateway.wire.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody's stream of events, which outlives the connections that carry it. Events go in by [#add], what is
/// to be sent comes out by [#poll]; it knows its present socket only to name it.
///
/// Belongs to one event loop for its whole life, also when a later connection lives on another: its socket is
/// then written across loops, which Netty allows and which spares the session from moving.
public final class Session extends Resume {
    private static final Dispatch RESUMED = Dispatch.of("RESUMED", Map.of());

    private final String id;
    private final Caller caller;
    private final Intents intents;
    private final Identify.Shard shard;
    private final Identify.Device device;
    private final int largeThreshold;
    /// The user's number and the bits of the intents, which each event asks for: copies, so that it asks one object.
    private final long user;
    private final int wanted;
    /// What happened after the session's cut and before READY was made.
    private @Nullable List<Held> held = new ArrayList<>();
    private @Nullable PresenceWish firstWish;
    private @Nullable Socket socket;
    private boolean owesResumed;
    private boolean queued;
    private volatile String host = "";
    private long detachedAt;
    private volatile boolean ended;

    private record Held(long guild, Dispatch dispatch) {}

    public enum TakeUp {
        /// Replay has begun.
        RESUMED,
        /// That number was never given.
        NEVER_SENT,
        /// What the client lacks is not kept any more.
        TOO_LATE
    }

    public Session(String id, Caller caller, Identify identify, long now) {
        this.id = id;
        this.caller = caller;
        this.shard = identify.shard();
        this.device = identify.device();
        this.largeThreshold = identify.largeThreshold();
        this.firstWish = identify.presence();
        var asked = identify.intents();
        this.intents = caller.bot() && asked != null ? asked : Intents.ALL;
        this.user = caller.id().value();
        this.wanted = intents.bits();
        this.detachedAt = now;
    }

    public String id() {
        return id;
    }

    public Caller caller() {
        return caller;
    }

    /// Which of a bot's guilds it serves.
    public Identify.Shard shard() {
        return shard;
    }

    public Identify.Device device() {
        return device;
    }

    /// Members above which a guild comes with its online members only.
    public int largeThreshold() {
        return largeThreshold;
    }

    /// How the client wanted to be seen when it came. Told once and forgotten: from then on the presence knows.
    public @Nullable PresenceWish takeFirstWish() {
        var wish = firstWish;
        firstWish = null;
        return wish;
    }

    /// Under which name and port the client found this server.
    public String host() {
        return host;
    }

    public void reachedAt(String name) {
        host = name;
    }

    public Intents intents() {
        return intents;
    }

    /// As the intents' own question, for hot paths.
    public boolean wants(int all) {
        return (wanted & all) == all;
    }

    /// Whether it is one of that user's.
    public boolean isOf(UserId it) {
        return user == it.value();
    }

    public @Nullable Socket socket() {
        return socket;
    }

    /// Not to be fed any more.
    public boolean ended() {
        return ended;
    }

    public long lastSeq() {
        return last();
    }

    /// Something happened that this session may see.
    ///
    /// @param guild the guild it happened in, 0 for none
    public void add(long guild, Dispatch dispatch) {
        if (held != null) {
            held.add(new Held(guild, dispatch));
        } else if (!ended) {
            keep(dispatch, socket != null);
        }
    }

    /// READY (which answers to IDENTIFY) and for bots its guilds; what was held back follows.
    public void begin(List<Dispatch> opening) {
        var waiting = held;
        if (waiting == null) {
            throw new IllegalStateException("A session begins once");
        }
        held = null;
        opening.forEach(it -> add(0, it));
        waiting.forEach(it -> add(it.guild, it.dispatch));
    }

    public boolean begun() {
        return held == null;
    }

    /// Forgets what was held back of a guild, because a newer picture of it will be part of READY.
    public void forgetHeld(long guild) {
        if (held != null) {
            held.removeIf(it -> it.guild == guild);
        }
    }

    /// More happened before READY than any client should have to catch up with.
    public boolean overwhelmed() {
        return held != null && held.size() > Limits.GATEWAY_QUEUE_MAX_FRAMES;
    }

    /// A first connection.
    public void attach(Socket first) {
        socket = first;
    }

    /// A later connection takes the stream up after what it has.
    public TakeUp resume(Socket next, long seq) {
        if (!known(seq)) {
            return TakeUp.NEVER_SENT;
        }
        if (!canReplayAfter(seq)) {
            return TakeUp.TOO_LATE;
        }
        rewind(seq);
        socket = next;
        owesResumed = true;
        return TakeUp.RESUMED;
    }

    public void detach(long now) {
        socket = null;
        owesResumed = false;
        detachedAt = now;
    }

    /// Nobody will come back for it.
    public boolean expired(long now) {
        return socket == null && now - detachedAt > Limits.RESUME_WINDOW_MS;
    }

    public void end() {
        ended = true;
        held = null;
        socket = null;
    }

    public boolean lagging() {
        return socket != null && behind();
    }

    /// The next event to send, whose number is then [#sentSeq()]; nothing when all is sent. RESUMED closes a
    /// replay and has no number of its own, so that a later replay does not repeat it.
    public @Nullable Dispatch poll() {
        if (owesResumed && caughtUp()) {
            owesResumed = false;
            return RESUMED;
        }
        return next();
    }

    /// Joins those to whom something is to be written at the end of the turn.
    ///
    /// @return false when it is among them already
    public boolean queue() {
        boolean first = !queued;
        queued = true;
        return first;
    }

    public boolean queued() {
        return queued;
    }

    public void unqueue() {
        queued = false;
    }

    public long sentSeq() {
        return sent();
    }

    /// A heartbeat told what the client has.
    public void received(long seq) {
        confirm(seq);
    }
}
