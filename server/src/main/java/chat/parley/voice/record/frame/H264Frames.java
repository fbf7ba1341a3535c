package chat.parley.voice.record.frame;

import chat.parley.media.codec.H264;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// H.264 in single packets, aggregates and fragments (RFC 6184, packetization mode 1). Files hold each unit behind its
/// length (ISO 14496-15); the parameter sets stay among them too, since they may change with the size.
final class H264Frames implements Frames {
    private static final int IDR = 5;
    private static final int SPS = 7;
    private static final int PPS = 8;
    private static final int SPS_HEAD = 3;
    private static final int STAP_A = 24;
    private static final int FU_A = 28;

    private final List<byte[]> units = new ArrayList<>();
    private final ByteArrayOutputStream fragments = new ByteArrayOutputStream();
    private byte[] now = {};
    private boolean key;
    private @Nullable Format format;

    @Override
    public boolean read(byte[] payload) {
        now = payload;
        return payload.length > 1 && (type(payload[0]) != FU_A || payload.length > 2);
    }

    private static int type(byte head) {
        return head & 0x1f;
    }

    @Override
    public boolean opens() {
        return type(now[0]) != FU_A || now[1] < 0;
    }

    @Override
    public boolean keyframe() {
        return H264.keyframe(now, 0, now.length);
    }

    @Override
    public void clear() {
        units.clear();
        fragments.reset();
    }

    @Override
    public void add(byte[] payload) {
        switch (type(payload[0])) {
            case STAP_A -> aggregate(payload);
            case FU_A -> fragment(payload);
            default -> units.add(payload);
        }
    }

    private void aggregate(byte[] payload) {
        for (int at = 1; at + 2 < payload.length; ) {
            int length = ((payload[at] & 0xff) << 8) | (payload[at + 1] & 0xff);
            int from = at + 2;
            int to = Math.min(from + length, payload.length);
            if (to > from) {
                units.add(Arrays.copyOfRange(payload, from, to));
            }
            at = from + length;
        }
    }

    private void fragment(byte[] payload) {
        if (payload[1] < 0) {
            fragments.reset();
            fragments.write((payload[0] & 0xe0) | type(payload[1]));
        }
        fragments.write(payload, 2, payload.length - 2);
        if ((payload[1] & 0x40) != 0) {
            units.add(fragments.toByteArray());
            fragments.reset();
        }
    }

    @Override
    public byte[] whole() {
        byte[] sps = unit(SPS);
        byte[] pps = unit(PPS);
        key = unit(IDR) != null;
        if (sps != null && pps != null && sps.length > SPS_HEAD) {
            format = H264Setup.of(sps, pps);
        } else if (key && format == null) {
            return new byte[0];
        }
        var all = new ByteArrayOutputStream();
        for (byte[] unit : units) {
            for (int shift = 24; shift >= 0; shift -= 8) {
                all.write(unit.length >> shift);
            }
            all.writeBytes(unit);
        }
        return all.toByteArray();
    }

    private byte @Nullable [] unit(int type) {
        return units.stream().filter(it -> type(it[0]) == type).findFirst().orElse(null);
    }

    @Override
    public boolean key() {
        return key;
    }

    @Override
    public @Nullable Format format() {
        return format;
    }
}
