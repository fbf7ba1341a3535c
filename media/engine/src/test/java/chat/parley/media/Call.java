package chat.parley.media;

import chat.parley.media.demux.Kind;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.wire.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/// A network in virtual time between peers and an engine: each datagram is late and sometimes lost, by a seed.
final class Call {
    static final long MS = 1_000_000L;

    /// Told what arrives at a peer.
    interface Ear {
        void hear(byte[] datagram, Kind kind);
    }

    private record Flight(long at, long order, Address from, Address to, byte[] datagram) {}

    final Engine engine;
    final List<Output.Event> events = new ArrayList<>();
    private final Random random;
    private final Map<Address, Ear> ears = new HashMap<>();
    private final PriorityQueue<Flight> flights =
            new PriorityQueue<>(Comparator.comparingLong(Flight::at).thenComparingLong(Flight::order));
    private static final Address SERVER = Address.v4(1, 1);
    private int lossPercent;
    private long delayNanos = MS;
    private long jitterNanos;
    private int duplicatePercent;
    private long order;
    long now = 5_000 * MS;

    Call(long seed) {
        random = new Random(seed);
        engine = new Engine(Crypto.best(), new Random(seed + 1));
        engine.advance(now);
    }

    /// From now on datagrams are late by up to so much more, and so overtake each other, and some come twice.
    void storm(long jitterMs, int duplicatePercent) {
        jitterNanos = jitterMs * MS;
        this.duplicatePercent = duplicatePercent;
    }

    /// From now on.
    void weather(int lossPercent, long delayMs) {
        this.lossPercent = lossPercent;
        delayNanos = delayMs * MS;
    }

    Peer join(String room, int port, Ear ear) {
        var peer = new Peer(engine, room, port, now);
        ears.put(peer.address, ear);
        engine.handle(peer.check(), 0, peer.check().length, peer.address, now);
        drain();
        return peer;
    }

    void send(Peer from, byte[] datagram) {
        fly(from.address, SERVER, datagram);
    }

    /// Lets time pass.
    void run(long millis) {
        for (long end = now + millis * MS; now < end; now += MS) {
            while (!flights.isEmpty() && flights.element().at() <= now) {
                arrive(flights.remove());
            }
            engine.advance(now);
            drain();
        }
    }

    private void arrive(Flight flight) {
        byte[] datagram = flight.datagram();
        if (flight.to().equals(SERVER)) {
            engine.handle(datagram, 0, datagram.length, flight.from(), now);
        } else {
            var ear = ears.get(flight.to());
            if (ear != null) {
                ear.hear(datagram, Kind.of(datagram, 0, datagram.length));
            }
        }
        drain();
    }

    private void drain() {
        for (; ; ) {
            switch (engine.poll()) {
                case Output.Transmit it -> fly(SERVER, it.destination(), Arrays.copyOf(it.bytes(), it.length()));
                case Output.Event it -> events.add(it);
                case Output.Timeout _ -> {
                    return;
                }
            }
        }
    }

    private void fly(Address from, Address to, byte[] datagram) {
        if (random.nextInt(100) >= lossPercent) {
            flights.add(new Flight(now + delayNanos + late(), order++, from, to, datagram));
        }
        if (duplicatePercent > 0 && random.nextInt(100) < duplicatePercent) {
            flights.add(new Flight(now + delayNanos + late(), order++, from, to, datagram.clone()));
        }
    }

    private long late() {
        return jitterNanos == 0 ? 0 : random.nextLong(jitterNanos);
    }
}
