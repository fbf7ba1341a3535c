package chat.parley.media.receive;

import chat.parley.media.codec.Codec;
import chat.parley.media.codec.DependencyDescriptor;
import chat.parley.media.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/// One stream that a participant sends: the only one of a microphone, or one of the sizes of a camera.
public final class Layer {
    /// Spatial layers inside one stream.
    public static final int SPATIAL = 4;

    private static final long SEEN_NANOS = 1_000_000_000L;

    private final Codec codec;
    private final int index;
    private final int ssrc;
    private final Unwrapper unwrapper = new Unwrapper();
    private final NackGenerator missing = new NackGenerator();
    private final KeyframeGate keyframes = new KeyframeGate();
    private final Reception reception;
    private final PacketHistory history;
    private DependencyDescriptor.@Nullable Structure structure;
    private int rtxSsrc;
    private long reportNtp;
    private long reportRtpTime;
    private long heardAt;
    private long octets;
    private boolean withheld;
    private int breaks;
    /// By spatial layer.
    private final RateMeter[] rates = new RateMeter[SPATIAL];

    private final long[] seenAt = new long[SPATIAL];
    private int spatialHighest;

    public Layer(Codec codec, int index, int ssrc) {
        this.codec = codec;
        this.index = index;
        this.ssrc = ssrc;
        for (int i = 0; i < SPATIAL; i++) {
            rates[i] = new RateMeter();
        }
        reception = new Reception(ssrc, codec.clockRate);
        history = codec.audio
                ? PacketHistory.ofNumbers(PacketHistory.AUDIO_PACKETS)
                : new PacketHistory(PacketHistory.VIDEO_PACKETS);
    }

    /// A packet came; of a picture it is kept for those who will ask for it again.
    ///
    /// @return its extended sequence number, or -1 when it has come before: sealing another packet under its number
    /// would betray the keys
    public long arrived(RtpPacket packet, long nowNanos) {
        long number = unwrapper.unwrap(packet.sequence());
        if (history.has(number)) {
            return -1;
        }
        reception.arrived(number, packet.timestamp(), nowNanos);
        if (codec.rtxPayloadType != 0) {
            missing.arrived(number, nowNanos);
        }
        history.put(number, packet.bytes(), packet.start(), packet.length());
        heardAt = nowNanos;
        octets += packet.length();
        return number;
    }

    /// What came is of this spatial layer.
    public void measured(int spatial, int length, long nowNanos) {
        int at = Math.min(spatial, SPATIAL - 1);
        rates[at].add(length, nowNanos);
        seenAt[at] = nowNanos;
        spatialHighest = Math.max(spatialHighest, at);
    }

    /// How many spatial layers are in it now: 1 where the codec has none.
    public int spatialLayers(long nowNanos) {
        int count = spatialHighest + 1;
        while (count > 1 && nowNanos - seenAt[count - 1] > SEEN_NANOS) {
            count--;
        }
        return count;
    }

    /// Bits a second up to a spatial layer; 0 as long as that is not known.
    public long bitrate(int spatial, long nowNanos) {
        long sum = 0;
        for (int i = 0; i <= Math.min(spatial, SPATIAL - 1); i++) {
            sum += rates[i].bitsPerSecond(nowNanos);
        }
        return sum;
    }

    /// The packet that came goes to nobody, because its sender is muted or others are louder. Nobody may take
    /// that for a loss: see [#breaks].
    public void withheld() {
        withheld = true;
    }

    /// The packet that came goes on.
    public void goesOn() {
        if (withheld) {
            withheld = false;
            breaks++;
        }
    }

    /// Counts the times at which the stream went on after some of it was withheld. Whoever sees another count begins
    /// its numbers anew with this packet; so what is withheld costs nothing for each subscriber.
    public int breaks() {
        return breaks;
    }

    /// A sender report came.
    public void reported(long ntp, long rtpTime, long nowNanos) {
        reportNtp = ntp;
        reportRtpTime = rtpTime;
        reception.reported(ntp, nowNanos);
    }

    /// A key frame begins with this packet: what was lost before it is not needed.
    public void keyframe(long number, DependencyDescriptor.@Nullable Structure attached) {
        keyframes.arrived();
        missing.forgetBefore(number);
        if (attached != null) {
            structure = attached;
        }
    }

    /// The NTP time (32.32) of a moment of the stream, or 0 when no sender report came yet.
    public long ntpOf(long timestamp) {
        if (reportNtp == 0) {
            return 0;
        }
        long ticks = (int) (timestamp - reportRtpTime);
        return reportNtp + (ticks << 32) / codec.clockRate;
    }

    /// The timestamp of a moment in NTP time; only with a report.
    public long timestampAt(long ntp) {
        return reportRtpTime + (((ntp - reportNtp) * codec.clockRate) >> 32);
    }

    public boolean hasReport() {
        return reportNtp != 0;
    }

    public Codec codec() {
        return codec;
    }

    /// 0 is the smallest.
    public int index() {
        return index;
    }

    public int ssrc() {
        return ssrc;
    }

    public int rtxSsrc() {
        return rtxSsrc;
    }

    public void repairedBy(int rtxSsrc) {
        this.rtxSsrc = rtxSsrc;
    }

    public NackGenerator missing() {
        return missing;
    }

    public KeyframeGate keyframes() {
        return keyframes;
    }

    public Reception reception() {
        return reception;
    }

    public PacketHistory history() {
        return history;
    }

    public DependencyDescriptor.@Nullable Structure structure() {
        return structure;
    }

    /// When the last packet came.
    public long heardAt() {
        return heardAt;
    }

    public long octets() {
        return octets;
    }
}
