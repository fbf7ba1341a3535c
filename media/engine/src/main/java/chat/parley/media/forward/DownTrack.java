package chat.parley.media.forward;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.Frame;
import chat.parley.media.codec.Vp8Rewriter;
import chat.parley.media.receive.Layer;
import chat.parley.media.receive.RateMeter;
import chat.parley.media.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/// What one subscriber gets of one track: a stream of its own with its own SSRCs, whose numbers know nothing of
/// the switching behind it. Hot path: one object for each subscriber and track, nothing allocated for a packet.
public final class DownTrack {
    private final Codec codec;
    private final int ssrc;
    private final int rtxSsrc;
    private final LayerChoice choice = new LayerChoice();
    private final Renumbering numbers;
    private final Timeline timeline = new Timeline();
    private final @Nullable Vp8Rewriter vp8;
    private @Nullable Layer from;
    private long fromTimestamp;
    private int breaks;
    private boolean opens;
    private long number;
    private long timestamp;
    private long rtxNumber;
    private long packets;
    private long octets;
    private long measured;
    private final RateMeter rate = new RateMeter();

    /// @param beginning random: what the first sequence numbers follow. Only the lower half of their space is
    /// used, so that whoever misses the first packets still counts the roll-overs from zero (RFC 3711 section
    /// 3.3.1)
    public DownTrack(Codec codec, int ssrc, int rtxSsrc, int beginning) {
        this.codec = codec;
        this.ssrc = ssrc;
        this.rtxSsrc = rtxSsrc;
        numbers = new Renumbering(beginning & 0x7fff, codec.audio ? Renumbering.SHORT_WINDOW : Renumbering.WINDOW);
        vp8 = codec == Codec.VP8 ? new Vp8Rewriter() : null;
        rtxNumber = Integer.toUnsignedLong(beginning) >>> 17;
    }

    /// Decides about a packet; when it is true, [#number] and [#timestamp] hold for it.
    public boolean accept(Layer layer, RtpPacket packet, long inNumber, Frame frame, long nowNanos) {
        if (!codec.audio && breaks != layer.breaks() && layer.equals(choice.current())) {
            // What comes now refers to pictures that were withheld.
            choice.restart();
        }
        var verdict = choice.judge(layer, frame, packet.timestamp(), numbers.late(inNumber));
        switch (verdict) {
            case NOT_OURS -> {
                return false;
            }
            case SWITCH -> switchTo(layer, packet, inNumber, nowNanos);
            case FORWARD, LEAVE_OUT -> opens = resumes(layer, inNumber);
        }
        boolean forwarded = verdict != LayerChoice.Verdict.LEAVE_OUT;
        number = numbers.give(inNumber, forwarded);
        timestamp = timeline.of(packet.timestamp(), nowNanos);
        fromTimestamp = packet.timestamp();
        if (number == Renumbering.NONE && vp8 != null && !forwarded) {
            vp8.rewrite(frame.vp8(), packet.bytes(), 0, false);
        }
        return number != Renumbering.NONE;
    }

    /// Whether the packet is the last of its picture for this subscriber, who may not get the layers behind it; of a
    /// voice, whether it is the first after a silence.
    public boolean marker(RtpPacket packet, Frame frame) {
        return packet.marker() || (opens && codec.audio) || (frame.end() && choice.ends(frame.spatial()));
    }

    /// Puts the subscriber's numbers into the codec's descriptor of a copy that lies `shift` bytes from the
    /// packet.
    ///
    /// @return false when the packet is too old for it
    public boolean rewrite(Frame frame, byte[] copy, int shift) {
        return vp8 == null || vp8.rewrite(frame.vp8(), copy, shift, true);
    }

    /// Nothing was sent for a while: what was left out is no loss.
    public void interrupt() {
        breaks = -1;
    }

    /// A packet of no use to anybody, as padding, leaves no gap.
    public void leaveOut(Layer layer, long inNumber) {
        if (layer.equals(choice.current()) && breaks == layer.breaks()) {
            numbers.give(inNumber, false);
        }
    }

    /// True for the first packet after some were withheld: its number follows the last that was given.
    private boolean resumes(Layer layer, long inNumber) {
        if (breaks == layer.breaks() || numbers.late(inNumber)) {
            return false;
        }
        breaks = layer.breaks();
        numbers.switchSource(inNumber);
        return true;
    }

    private void switchTo(Layer layer, RtpPacket packet, long inNumber, long nowNanos) {
        var before = from;
        if (before == null || !timeline.started()) {
            timeline.begin(packet.timestamp(), packet.timestamp(), nowNanos);
        } else {
            timeline.switchTo(before, fromTimestamp, layer, packet.timestamp(), nowNanos);
        }
        numbers.switchSource(inNumber);
        if (vp8 != null) {
            vp8.switchSource();
        }
        from = layer;
        breaks = layer.breaks();
        opens = true;
    }

    /// The number of a packet at its source, for a subscriber who lost it, or [Renumbering#NONE].
    public long originOf(int sequence) {
        return numbers.originOf(sequence);
    }

    /// The extended number that the packet in [#originOf] had, and its timestamp: for sending it again.
    public long numberAgain(long inNumber) {
        return numbers.give(inNumber, true);
    }

    public long timestampAgain(long inTimestamp, long nowNanos) {
        return timeline.of(inTimestamp, nowNanos);
    }

    /// The next number of the stream of retransmissions.
    public long nextRtxNumber() {
        return ++rtxNumber;
    }

    public void sent(int payload) {
        packets++;
        octets += payload;
    }

    /// To be called now and then, for [#bitsPerSecond].
    public void measure(long nowNanos) {
        rate.add((int) (octets - measured), nowNanos);
        measured = octets;
    }

    /// Of payload, lately.
    public long bitsPerSecond(long nowNanos) {
        return rate.bitsPerSecond(nowNanos);
    }

    /// Reads what the next packet will need, so that the processor has it by then. What it answers means nothing.
    public int touch() {
        return breaks + choice.target() + numbers.touch() + (int) timeline.last();
    }

    public long number() {
        return number;
    }

    public long timestamp() {
        return timestamp;
    }

    public Codec codec() {
        return codec;
    }

    public int ssrc() {
        return ssrc;
    }

    /// Zero when the codec has none.
    public int rtxSsrc() {
        return rtxSsrc;
    }

    public LayerChoice choice() {
        return choice;
    }

    public Timeline timeline() {
        return timeline;
    }

    public long packets() {
        return packets;
    }

    public long octets() {
        return octets;
    }
}
