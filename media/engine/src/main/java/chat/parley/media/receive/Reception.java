package chat.parley.media.receive;

import chat.parley.media.rtp.Report;

/// How one stream arrives: what a receiver report says about it (RFC 3550 sections 6.4.1, A.3 and A.8).
public final class Reception {
    private final int ssrc;
    private final int clockRate;
    private long base = -1;
    private long highest = -1;
    private long received;
    private int fraction;
    private long expectedBefore;
    private long receivedBefore;
    private double jitter;
    private long lastTransit;
    private boolean transitKnown;
    private int lastReport;
    private long lastReportAt;

    public Reception(int ssrc, int clockRate) {
        this.ssrc = ssrc;
        this.clockRate = clockRate;
    }

    /// @param number the extended sequence number
    public void arrived(long number, long timestamp, long nowNanos) {
        if (base < 0) {
            base = number;
        }
        received++;
        if (number <= highest) {
            return;
        }
        highest = number;
        long arrival = (long) (nowNanos / 1e9 * clockRate);
        long transit = arrival - timestamp;
        if (transitKnown) {
            // Both wrap at 32 bits.
            int difference = Math.abs((int) (transit - lastTransit));
            jitter += (difference - jitter) / 16;
        }
        lastTransit = transit;
        transitKnown = true;
    }

    /// A sender report came.
    public void reported(long ntp, long nowNanos) {
        lastReport = (int) (ntp >>> 16);
        lastReportAt = nowNanos;
    }

    /// Writes a report block and begins the next interval.
    ///
    /// @return its length
    public int write(byte[] bytes, int at, long nowNanos) {
        long expected = highest - base + 1;
        long lost = Math.clamp(expected - received, -0x80_0000, 0x7f_ffff);
        long expectedNow = expected - expectedBefore;
        long lostNow = expectedNow - (received - receivedBefore);
        fraction = expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, (lostNow << 8) / expectedNow);
        expectedBefore = expected;
        receivedBefore = received;
        // The unwrapped count began at 2^16, the report's at zero roll-overs.
        int length = Report.writeBlock(bytes, at, ssrc, fraction, (int) lost, highest - (1L << 16), (long) jitter);
        long delay = lastReport == 0 ? 0 : (nowNanos - lastReportAt) * 65536 / 1_000_000_000L;
        Report.writeLastReport(bytes, at, lastReport, delay);
        return length;
    }

    public boolean began() {
        return base >= 0;
    }

    /// Packets that never came, as far as is known now.
    public long lost() {
        return began() ? Math.max(0, highest - base + 1 - received) : 0;
    }

    /// Of the interval before the last report block, in 1/256.
    public int fractionLost() {
        return fraction;
    }

    public long received() {
        return received;
    }

    /// In units of the stream's clock.
    public double jitter() {
        return jitter;
    }
}
