package chat.parley.media.net.loop;

import chat.parley.media.Engine;
import chat.parley.media.Output;
import chat.parley.media.net.udp.UdpSocket;
import chat.parley.media.wire.Address;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One platform thread that turns round: commands, datagrams, what is due, sending. Hot path. Everything of the
/// engine happens here, so nothing in it needs a lock.
public final class MediaLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MediaLoop.class);
    /// Callers beyond that wait.
    private static final int COMMANDS_MAX = 4096;

    /// Of TCP connections; what comes beyond is lost, as it would be in the kernel's buffer.
    private static final int FRAMES_MAX = 2048;

    private static final int FRAMES_AT_ONCE = 64;
    private static final int PASSED_AT_ONCE = 64;
    private static final int LOOKS_MAX = 8;
    private static final long WAIT_MAX_NANOS = 10_000_000_000L;
    private static final long ANSWER_SECONDS = 10;

    private final UdpSocket socket;
    private final Ways ways;
    private final Engine engine;
    private final Consumer<Output.Event> events;
    private final BlockingQueue<Consumer<Engine>> commands = new ArrayBlockingQueue<>(COMMANDS_MAX);
    private final BlockingQueue<Frame> frames = new ArrayBlockingQueue<>(FRAMES_MAX);
    private final Crossing crossing;
    /// What other loops pass on, by the loop's index.
    private final Ring[] rings;
    private final int index;
    private final Thread thread;
    private final Faults faults = new Faults();
    private final UdpSocket.Sink own = this::received;
    private final UdpSocket.Sink passedOn = this::passedOn;
    private volatile boolean closed;
    private volatile boolean waiting;
    private volatile long turnedAt = System.nanoTime();
    private volatile long passed;
    private long now;
    private long ahead;
    private long taken;
    private long deadline = Long.MIN_VALUE;

    private record Frame(byte[] bytes, Address source) {}

    /// @param index of this loop among all that share the port
    /// @param count of those
    public record Place(int index, int count, Crossing crossing) {
        /// The only one at its port.
        public static Place alone() {
            return new Place(0, 1, new Crossing());
        }
    }

    /// @param engine whose datagrams leave by these ways
    /// @param events told on the loop's thread; must not wait
    public MediaLoop(Place place, UdpSocket socket, Ways ways, Engine engine, Consumer<Output.Event> events) {
        index = place.index();
        crossing = place.crossing();
        rings = new Ring[place.count()];
        Arrays.setAll(rings, _ -> new Ring());
        this.socket = socket;
        this.ways = ways;
        this.engine = engine;
        this.events = events;
        thread = Thread.ofPlatform().name("media-" + index).daemon(true).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /// Lets the loop do something soon, in the order of the calls of one thread. Does not wait for it.
    ///
    /// @return false when the loop has too much to do already or is closed
    public boolean tell(Consumer<Engine> command) {
        if (closed || !commands.offer(command)) {
            return false;
        }
        if (waiting) {
            socket.wake();
        }
        return true;
    }

    /// A datagram came by a TCP connection. From any thread; does not wait.
    ///
    /// @return false when it was dropped
    public boolean deliver(byte[] datagram, Address source) {
        if (closed || !frames.offer(new Frame(datagram, source))) {
            return false;
        }
        if (waiting) {
            socket.wake();
        }
        return true;
    }

    /// Lets the loop do something and waits for the result. What the command throws is thrown here.
    public <T> T ask(Function<Engine, T> command) {
        if (Thread.currentThread().equals(thread)) {
            return command.apply(engine);
        }
        var answer = new CompletableFuture<T>();
        boolean taken = tell(engine -> {
            try {
                answer.complete(command.apply(engine));
            } catch (RuntimeException refused) {
                answer.completeExceptionally(refused);
            }
        });
        if (!taken) {
            throw new RejectedExecutionException("the media loop is busy or closed");
        }
        try {
            return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    /// How long the present turn has lasted: much more than a moment means that the loop hangs.
    public long turnNanos() {
        return waiting ? 0 : System.nanoTime() - turnedAt;
    }

    /// What the loop does at this moment.
    public StackTraceElement[] stack() {
        return thread.getStackTrace();
    }

    /// Datagrams and commands that made the engine throw.
    public long faults() {
        return faults.count();
    }

    /// Datagrams that belonged to another loop and were passed on.
    public long passed() {
        return passed;
    }

    /// Whether the engine knows the address as this participant's. On the loop's thread.
    boolean owns(Address source, long participant) {
        return engine.participantAt(source) == participant;
    }

    /// A participant of this loop has left. On the loop's thread.
    public void left(long participant) {
        crossing.left(this, participant);
    }

    /// How long packets have stayed here. On the loop's thread.
    public Delays delays() {
        return ways.delays();
    }

    /// Datagrams that the kernel did not take. On the loop's thread.
    public long unsent() {
        return socket.unsent();
    }

    int index() {
        return index;
    }

    /// Tells the kernel whose datagrams go to which socket of the port. Soon.
    ///
    /// @param program as [chat.parley.media.net.udp.PortProgram] makes it
    void steer(byte[] program) {
        if (!tell(_ -> socket.steer(program))) {
            LOG.debug("the kernel keeps its way of spreading datagrams");
        }
    }

    /// The time that the engine knows, for commands.
    public long now() {
        return now;
    }

    /// From now on it is later by so much, for rehearsals. On the loop's thread.
    public void hurry(long nanos) {
        ahead += nanos;
        now += nanos;
    }

    private long clock() {
        return System.nanoTime() + ahead;
    }

    private void run() {
        now = clock();
        while (!closed) {
            try {
                turn();
            } catch (IOException | RuntimeException fault) {
                faults.happened("a turn of the media loop failed", fault);
                engine.settle();
            }
        }
        // Whoever still waits for an answer gets it.
        obey();
    }

    private void turn() throws IOException {
        now = clock();
        long takenBefore = taken;
        ways.rest();
        obey();
        socket.receive(patience(), own);
        waiting = false;
        gather();
        turns();
        for (int i = 0; i < FRAMES_AT_ONCE && !frames.isEmpty(); i++) {
            var frame = frames.remove();
            received(frame.bytes(), frame.bytes().length, frame.source());
        }
        for (var ring : rings) {
            for (int i = 0; i < PASSED_AT_ONCE && ring.take(passedOn); i++) {
                // Each is handled as it is taken.
            }
        }
        engine.settle();
        ways.flush();
        if (taken != takenBefore || now - deadline >= 0) {
            // Nobody who hears or sees something waits for that, nor for those who are told of it.
            ways.rest();
            engine.advance(now);
            drain();
            ways.flush();
        }
    }

    private void turns() {
        now = clock();
        turnedAt = now - ahead;
    }

    /// Whatever else of a picture has come goes with it: first all that is there, then what came while that was sealed
    /// for everybody. So it leaves as one message for each viewer.
    private void gather() throws IOException {
        for (int look = 0; look < LOOKS_MAX && (engine.unsettled() || ways.gathers()); look++) {
            long before = taken;
            now = clock();
            socket.receive(0, own);
            if (taken == before) {
                if (!engine.unsettled()) {
                    return;
                }
                engine.settle();
            }
        }
    }

    private void obey() {
        for (var command = commands.poll(); command != null; command = commands.poll()) {
            try {
                command.accept(engine);
            } catch (RuntimeException fault) {
                faults.happened("a command failed", fault);
            }
        }
        drain();
        ways.flush();
    }

    /// Whoever gives a command after `waiting` was set wakes the socket; whoever gave it before is seen here.
    private long patience() {
        long wait = Math.clamp(deadline - clock(), 0, WAIT_MAX_NANOS);
        if (wait == 0) {
            return 0;
        }
        waiting = true;
        return commands.isEmpty() && frames.isEmpty() && nothingPassed() ? wait : 0;
    }

    private boolean nothingPassed() {
        for (var ring : rings) {
            if (!ring.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void received(byte[] bytes, int length, Address source) {
        taken++;
        if (waiting) {
            waiting = false;
            turns();
        }
        if (rings.length > 1 && engine.participantAt(source) == 0) {
            long passedBefore = passed;
            var owner = crossing.owner(bytes, length, source);
            if (owner != null && !owner.equals(this)) {
                passed = passedBefore + 1;
                owner.passTo(index, bytes, length, source);
                return;
            }
        }
        handle(bytes, length, source);
    }

    /// Another loop gives what is this one's. On that loop's thread.
    private void passTo(int from, byte[] bytes, int length, Address source) {
        if (!closed && rings[from].offer(bytes, length, source) && waiting) {
            socket.wake();
        }
    }

    private void passedOn(byte[] bytes, int length, Address source) {
        handle(bytes, length, source);
        long participant = engine.participantAt(source);
        if (participant != 0) {
            crossing.claim(source, participant, this);
        }
    }

    /// What it made is sent at once and not collected: the packets of one datagram for a hundred subscribers fit
    /// into the processor's cache, those of a whole batch do not.
    private void handle(byte[] bytes, int length, Address source) {
        ways.begin(now - ahead);
        try {
            engine.collect(bytes, 0, length, source, now);
        } catch (RuntimeException fault) {
            faults.happened("a datagram of " + source + " failed", fault);
            engine.settle();
            isolate(engine.participantAt(source));
        }
    }

    /// Whoever makes the engine fail again and again is shown out, and nobody else notices.
    private void isolate(long participant) {
        if (faults.tooMany(participant)) {
            engine.leave(participant);
            events.accept(new Output.Event.Lost(participant));
        }
    }

    private void drain() {
        while (true) {
            switch (engine.poll()) {
                case Output.Transmit _ -> throw new IllegalStateException("the engine's datagrams leave by themselves");
                case Output.Event it -> events.accept(it);
                case Output.Timeout it -> {
                    deadline = it.atNanos();
                    return;
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        socket.wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(ANSWER_SECONDS));
            socket.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            LOG.warn("the media socket did not close", failure);
        }
    }
}
