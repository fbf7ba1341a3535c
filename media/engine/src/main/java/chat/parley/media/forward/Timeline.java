package chat.parley.media.forward;

import chat.parley.media.receive.Layer;

/// The timestamps of a subscriber's stream. Each source counts from its own random beginning; at a switch the
/// two are brought together by their sender reports, or by the time that passed when there are none, and never
/// go back.
public final class Timeline {
    private long offset;
    private long last;
    private long lastAt;
    private boolean started;

    /// The next packet, with this timestamp, comes from another layer.
    public void switchTo(Layer from, long fromLast, Layer to, long timestamp, long nowNanos) {
        int clockRate = to.codec().clockRate;
        long passed = (nowNanos - lastAt) * clockRate / 1_000_000_000L;
        long step = passed;
        if (from.hasReport() && to.hasReport()) {
            long ntp = to.ntpOf(timestamp) - from.ntpOf(fromLast);
            step = Math.round(ntp / 4294967296.0 * clockRate);
        }
        // A report may be wrong: the picture is neither older than the last nor much later than now.
        long most = passed + clockRate / 10;
        begin(timestamp, last + Math.clamp(step, 1, Math.max(1, most)), nowNanos);
    }

    public void begin(long timestamp, long out, long nowNanos) {
        offset = out - timestamp;
        last = out;
        lastAt = nowNanos;
        started = true;
    }

    public boolean started() {
        return started;
    }

    public long of(long timestamp, long nowNanos) {
        long out = timestamp + offset;
        if ((int) (out - last) > 0) {
            last = last + (int) (out - last);
            lastAt = nowNanos;
        }
        return out & 0xffff_ffffL;
    }

    /// What a source's timestamp is in the subscriber's stream.
    public long shifted(long timestamp) {
        return (timestamp + offset) & 0xffff_ffffL;
    }

    /// The newest, without the wraps of 32 bits.
    public long last() {
        return last;
    }

    public long lastAt() {
        return lastAt;
    }
}
