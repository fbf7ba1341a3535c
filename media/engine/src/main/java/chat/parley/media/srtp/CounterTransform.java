package chat.parley.media.srtp;

import chat.parley.media.wire.Bytes;
import java.util.Arrays;

/// RFC 3711's own transform: AES in counter mode, then ten bytes of HMAC-SHA1.
final class CounterTransform implements Transform {
    static final int TAG = 10;
    private static final int RTCP_HEADER = 8;
    private static final long ENCRYPTED = 0x8000_0000L;

    private final CounterMode cipher;
    private final HmacSha1 mac;
    private final byte[] salt;
    private final byte[] start = new byte[16];
    private final byte[] tail = new byte[4];

    CounterTransform(byte[] key, byte[] authentication, byte[] salt) {
        cipher = new CounterMode(key);
        mac = new HmacSha1(authentication);
        this.salt = Arrays.copyOf(salt, 16);
    }

    @Override
    public int sealRtp(byte[] bytes, int at, int length, int header, long index) {
        start(Bytes.i32(bytes, at + 8), index);
        cipher.apply(start, bytes, at + header, length - header);
        System.arraycopy(rtpTag(bytes, at, length, index), 0, bytes, at + length, TAG);
        return length + TAG;
    }

    @Override
    public int openRtp(byte[] bytes, int at, int length, int header, long index) {
        int clear = length - TAG;
        if (clear < header || !same(rtpTag(bytes, at, clear, index), bytes, at + clear)) {
            return -1;
        }
        start(Bytes.i32(bytes, at + 8), index);
        cipher.apply(start, bytes, at + header, clear - header);
        return clear;
    }

    @Override
    public int sealRtcp(byte[] bytes, int at, int length, int index) {
        start(Bytes.i32(bytes, at + 4), index);
        cipher.apply(start, bytes, at + RTCP_HEADER, length - RTCP_HEADER);
        Bytes.put32(bytes, at + length, index | ENCRYPTED);
        System.arraycopy(mac.over(bytes, at, length + 4, tail, 0), 0, bytes, at + length + 4, TAG);
        return length + 4 + TAG;
    }

    @Override
    public int openRtcp(byte[] bytes, int at, int length) {
        int clear = length - TAG - 4;
        if (clear < RTCP_HEADER || !same(mac.over(bytes, at, clear + 4, tail, 0), bytes, at + clear + 4)) {
            return -1;
        }
        long word = Bytes.u32(bytes, at + clear);
        if ((word & ENCRYPTED) != 0) {
            start(Bytes.i32(bytes, at + 4), word & ~ENCRYPTED);
            cipher.apply(start, bytes, at + RTCP_HEADER, clear - RTCP_HEADER);
        }
        return clear;
    }

    @Override
    public int indexFromEnd() {
        return 4 + TAG;
    }

    @Override
    public void close() {
        // Java's ciphers are left to the collector.
    }

    private byte[] rtpTag(byte[] bytes, int at, int length, long index) {
        Bytes.put32(tail, 0, index >>> 16);
        return mac.over(bytes, at, length, tail, 4);
    }

    /// Takes the same time for every difference.
    private static boolean same(byte[] tag, byte[] bytes, int at) {
        int difference = 0;
        for (int i = 0; i < TAG; i++) {
            difference |= tag[i] ^ bytes[at + i];
        }
        return difference == 0;
    }

    /// salt · 2^16 XOR SSRC · 2^64 XOR index · 2^16 (section 4.1.1).
    private void start(int ssrc, long index) {
        Bytes.put32(start, 0, Bytes.i32(salt, 0));
        Bytes.put32(start, 4, Bytes.i32(salt, 4) ^ ssrc);
        Bytes.put64(start, 8, Bytes.i64(salt, 8) ^ index << 16);
    }
}
