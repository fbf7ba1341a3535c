package chat.parley.media;

import chat.parley.media.codec.Codec;
import chat.parley.media.demux.Kind;
import chat.parley.media.ice.Credentials;
import chat.parley.media.ice.IceLite;
import chat.parley.media.path.Path;
import chat.parley.media.send.Priority;
import chat.parley.media.srtp.Crypto;
import chat.parley.media.srtp.MasterKey;
import chat.parley.media.srtp.PacketIn;
import chat.parley.media.srtp.PacketOut;
import chat.parley.media.srtp.SrtpIn;
import chat.parley.media.srtp.SrtpOut;
import chat.parley.media.voice.VoiceIn;
import chat.parley.media.voice.VoiceMode;
import chat.parley.media.voice.VoiceOut;
import chat.parley.media.wire.Address;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A selective forwarding unit without a world. Datagrams and the time go in by [#handle] and [#advance], both in
/// nanoseconds of any monotonic clock; [#poll] answers what is to be done until it answers a timeout. Everything
/// happens on the caller's thread, one call at a time, and nothing blocks.
///
/// A participant joins with credentials that the offer names, is reached by a connectivity check, does its DTLS
/// handshake through [Output.Event.Handshake] and [#send], and gets its keys by [#keys]. From then on what it
/// publishes goes to those who subscribed.
public final class Engine {
    /// How often missing packets are asked for, and arrivals are told at most.
    public static final long TICK_NANOS = 20_000_000L;

    /// The only track of a bot.
    public static final String BOT_MID = "0";

    private static final int EVENTS_MAX = 1024;

    private final Crypto crypto;
    private final RandomGenerator random;
    private final Roster roster = new Roster();
    private final Outbox outbox;
    private final Queue<Output.Event> events = new ArrayDeque<>();
    /// Who is heard, which is told at a tick: whoever waits for news has to be woken, and that takes as long as a word
    /// for ten to thirty listeners.
    private final Queue<Output.Event> heard = new ArrayDeque<>();
    private final Counters counters = new Counters();
    private final FanOut fanOut;
    private final Incoming incoming;
    private final Bots bots;
    private final Checks checks;
    private final ControlIn controlIn;
    private final Turn turn;
    private final Pacing pacing;
    private final Subscriptions subscriptions;
    private long nextId = 1;
    private int nextTrack = 1;
    private final Ticks ticks;
    private Output.Timeout timeout = new Output.Timeout(Long.MIN_VALUE);

    /// @param random for SSRCs and sequence numbers, which strangers should not guess
    public Engine(Crypto crypto, RandomGenerator random) {
        this(crypto, random, new Outbox(null));
    }

    /// Datagrams go there and are not polled.
    public Engine(Crypto crypto, RandomGenerator random, Departures departures) {
        this(crypto, random, new Outbox(departures));
    }

    private Engine(Crypto crypto, RandomGenerator random, Outbox outbox) {
        this.crypto = crypto;
        this.random = random;
        this.outbox = outbox;
        var outgoing = new Outgoing(outbox, counters);
        pacing = outgoing.pacing();
        turn = new Turn(new ControlOut(outbox), pacing, counters, events);
        fanOut = new FanOut(outgoing, counters);
        ticks = new Ticks(turn, roster);
        incoming = new Incoming(fanOut, turn, counters, heard);
        bots = new Bots(roster, outbox, incoming, events);
        checks = new Checks(roster, outbox, counters, events);
        controlIn = new ControlIn(outgoing, counters);
        subscriptions = new Subscriptions(turn, random);
    }

    /// The SSRCs of a subscription, for the offer.
    ///
    /// @param rtxSsrc zero when the codec is not sent again
    public record Streams(int ssrc, int rtxSsrc) {}

    /// @param credentials the server's side, as the offer names them
    /// @return the participant's id in this engine
    public long join(String room, Credentials credentials, long nowNanos) {
        return participant(room, new Path.Checked(new IceLite(credentials, nowNanos))).id;
    }

    /// Checks with these credentials are answered though nobody joined with them: who knows them can try a way here.
    public void trial(Credentials credentials, long nowNanos) {
        checks.trial(credentials, nowNanos);
    }

    /// A bot joins by Discord's voice protocol. It publishes one track, [#BOT_MID].
    ///
    /// @return its id; the SSRC under which it has to send is [#botSsrc]
    public long joinBot(String room) {
        int ssrc = random.nextInt();
        while (ssrc == 0 || roster.bot(ssrc) != null) {
            ssrc = random.nextInt();
        }
        var bot = participant(room, new Path.Direct(ssrc));
        publish(bot.id, BOT_MID, Codec.OPUS, List.of());
        ungate(bot.id, BOT_MID, true);
        return bot.id;
    }

    public int botSsrc(long participant) {
        return roster.of(participant).path instanceof Path.Direct it ? it.ssrc() : 0;
    }

    /// The bot has told its address and how packets are encrypted. Nothing is sent there before the address has
    /// asked for itself by a discovery or sent an authentic packet.
    public void select(long participant, Address told, VoiceMode mode, byte[] key) {
        var bot = roster.of(participant);
        bot.keys(new VoiceIn(crypto, mode, key, botSsrc(participant)), new VoiceOut(crypto, mode, key));
        bots.told(bot, told);
    }

    private Participant participant(String room, Path path) {
        return roster.add(new Participant(nextId++, roster.room(room), path, random.nextInt()));
    }

    /// What the DTLS handshake agreed on.
    public void keys(long participant, MasterKey theirs, MasterKey ours) {
        keys(participant, new SrtpIn(crypto, theirs), new SrtpOut(crypto, ours));
    }

    /// For a caller whose packets are opened and sealed another way.
    public void keys(long participant, PacketIn theirs, PacketOut ours) {
        roster.of(participant).keys(theirs, ours);
    }

    /// Announces what the participant will send in a media section.
    ///
    /// @param rids of the simulcast layers, smallest first; empty without simulcast
    public void publish(long participant, String mid, Codec codec, List<String> rids) {
        unpublish(participant, mid);
        var peer = roster.of(participant);
        peer.publish(new Track(nextTrack++, peer, mid, codec, rids));
        turn.hurry(peer);
    }

    public void unpublish(long participant, String mid) {
        roster.of(participant).unpublish(mid);
    }

    /// From now on the participant gets this track of another.
    ///
    /// @param asMid the media section of the subscriber's offer in which it comes
    public Streams subscribe(long participant, long publisher, String mid, String asMid) {
        return subscribe(participant, publisher, mid, asMid, "person-" + publisher);
    }

    /// @param name the canonical name of the source, at most 255 ASCII characters: the same for what belongs together
    /// in time, as the offer has it
    public Streams subscribe(long participant, long publisher, String mid, String asMid, String name) {
        return subscriptions.begin(roster.of(participant), roster.of(publisher).track(mid), asMid, name);
    }

    public void unsubscribe(long participant, int ssrc) {
        subscriptions.end(roster.of(participant), ssrc);
    }

    /// The subscriber has agreed to RED in this section: what came redundant goes to it as it came. Without a word it
    /// gets the Opus inside.
    public void redundant(long participant, int ssrc, boolean understood) {
        subscriptions.wish(roster.of(participant), ssrc, it -> it.redundant = understood && !it.subscriber.isBot());
    }

    /// @param layer the largest that is wanted, 0 the smallest; -1 for a pause
    /// @param temporal the highest temporal layer
    public void prefer(long participant, int ssrc, int layer, int temporal) {
        subscriptions.wish(roster.of(participant), ssrc, it -> it.prefer(layer, temporal));
    }

    /// What comes first when the subscriber's line does not carry all that it wants.
    public void prioritise(long participant, int ssrc, Priority priority) {
        subscriptions.wish(roster.of(participant), ssrc, it -> it.prioritise(priority));
    }

    /// The participant gets at most so many cameras beside screens and those that it pinned: of those who had the
    /// floor last.
    public void cameras(long participant, int most) {
        roster.of(participant).cameras = Math.max(0, most);
        turn.hurry(roster.of(participant));
    }

    /// Nothing of this track goes to anybody as long as it is muted.
    public void mute(long participant, String mid, boolean muted) {
        roster.of(participant).mute(mid, muted);
    }

    /// Whether this track is heard however many others are louder: music, the sound of a screen, who has priority.
    public void ungate(long participant, String mid, boolean always) {
        var track = roster.of(participant).track(mid);
        if (track != null) {
            track.ungated = always;
            track.publisher.room.gate().leave(track.id);
        }
    }

    /// From now on this gets what the participant sends, or nothing does. Each call asks for key frames.
    public void tap(long participant, @Nullable Tap tap) {
        roster.of(participant).tap(tap);
    }

    /// The participant gets no sound as long as it is deaf.
    public void deafen(long participant, boolean deaf) {
        roster.of(participant).deafen(deaf);
    }

    /// Whose address this is, or 0: packets from elsewhere are strangers'.
    public long participantAt(Address source) {
        var peer = roster.at(source);
        return peer == null ? 0 : peer.id;
    }

    public void leave(long participant) {
        var peer = roster.find(participant);
        if (peer != null) {
            List.copyOf(peer.tracks).forEach(it -> unpublish(participant, it.mid));
            List.copyOf(peer.subscriptions).forEach(it -> unsubscribe(participant, it.down.ssrc()));
            turn.forget(peer);
            roster.remove(peer);
        }
    }

    /// A datagram came. Its bytes may be changed.
    public void handle(byte[] datagram, int at, int length, Address source, long nowNanos) {
        collect(datagram, at, length, source, nowNanos);
        fanOut.settle();
    }

    /// The same while another may be at hand: packets of a picture wait for its end, so that what is known of a
    /// subscriber is fetched once for all of them. [#settle] has to follow before anything but this is asked.
    public void collect(byte[] datagram, int at, int length, Address source, long nowNanos) {
        var kind = Kind.of(datagram, at, length);
        switch (kind) {
            case STUN -> {
                if (!bots.discovered(datagram, at, length, source)) {
                    checks.check(datagram, at, length, source, nowNanos);
                }
            }
            case UNKNOWN -> {
                if (!bots.kept(datagram, at, length, source)) {
                    counters.unknown++;
                }
            }
            case DTLS, RTP, RTCP -> {
                var peer = roster.at(source);
                if (peer != null) {
                    fromPeer(kind, peer, datagram, at, length, nowNanos);
                } else if (kind != Kind.RTP || !bots.roamed(datagram, at, length, source, nowNanos)) {
                    counters.strangers++;
                }
            }
        }
        if (pacing.due(nowNanos)) {
            pacing.step(nowNanos);
        }
        if (ticks.overdue(nowNanos)) {
            fanOut.settle();
            tick(nowNanos);
        }
    }

    /// Whether packets wait for the rest of their picture.
    public boolean unsettled() {
        return fanOut.unsettled();
    }

    /// No more datagrams are at hand.
    public void settle() {
        fanOut.settle();
    }

    /// What it breaks is its own sender's.
    private void fromPeer(Kind kind, Participant peer, byte[] datagram, int at, int length, long nowNanos) {
        try {
            read(kind, peer, datagram, at, length, nowNanos);
        } catch (RuntimeException fault) {
            counters.faults++;
            peer.faults++;
        }
    }

    private void read(Kind kind, Participant peer, byte[] datagram, int at, int length, long nowNanos) {
        if (kind == Kind.RTP) {
            incoming.rtp(peer, datagram, at, length, nowNanos);
        } else if (kind == Kind.RTCP) {
            controlIn.rtcp(peer, datagram, at, length, nowNanos);
        } else if (events.size() < EVENTS_MAX) {
            // A handshake of many fragments has about ten; a flood is not kept.
            events.add(new Output.Event.Handshake(peer.id, Arrays.copyOfRange(datagram, at, at + length)));
        }
    }

    /// A message of the server's side of the handshake.
    public void send(long participant, byte[] handshake) {
        var peer = roster.find(participant);
        var address = peer == null ? null : peer.address();
        if (address != null) {
            outbox.send(handshake, address);
        }
    }

    /// Does what is due. To be called when a timeout has come, and best whenever what some datagrams made has
    /// left: then there seldom comes one.
    public void advance(long nowNanos) {
        if (pacing.due(nowNanos)) {
            pacing.step(nowNanos);
        }
        if (ticks.near(nowNanos)) {
            tick(nowNanos);
        }
    }

    private void tick(long nowNanos) {
        ticks.came(nowNanos);
        for (var event = heard.poll(); event != null; event = heard.poll()) {
            events.add(event);
        }
        for (var peer : turn.lost(roster.all(), nowNanos)) {
            try {
                leave(peer.id);
            } catch (RuntimeException fault) {
                // It is forgotten all the same: what can break is the last thing done.
                counters.faults++;
            }
            events.add(new Output.Event.Lost(peer.id));
        }
    }

    public Output poll() {
        var transmit = outbox.poll();
        if (transmit != null) {
            return transmit;
        }
        var event = events.poll();
        if (event != null) {
            return event;
        }
        long next = pacing.next(ticks.latest());
        if (timeout.atNanos() != next) {
            timeout = new Output.Timeout(next);
        }
        return timeout;
    }

    /// What the participant's line is thought to carry to it, in bits a second.
    public long bandwidth(long participant) {
        return roster.of(participant).bandwidth.estimate();
    }

    /// Where the participant's packets go, or null as long as no check arrived.
    public @Nullable Address address(long participant) {
        return roster.of(participant).address();
    }

    /// Every stream that the participant publishes or gets.
    public List<StreamStats> stats(long participant, long nowNanos) {
        return Statistics.of(roster.of(participant), nowNanos);
    }

    /// A guess until the participant's first report.
    public long roundTripNanos(long participant) {
        return roster.of(participant).roundTripNanos;
    }

    /// For tests that break one.
    Participant participant(long id) {
        return roster.of(id);
    }

    public Counters counters() {
        return counters;
    }
}
