package chat.parley.media.estimate;

/// How fast the packets of a probe arrived. Those that were sent in the same moment as the first only begin the
/// count.
final class Probe {
    /// So much of it must arrive for it to count.
    private static final double ENOUGH = 0.8;

    private static final long SPAN_MIN_NANOS = 10_000_000L;
    /// What arrives faster than this belongs to one burst, whatever the clock of the receiver says.
    private static final double DOUBT = 0.95;

    private int number;
    private boolean open;
    private int sentBytes;
    private int arrivedBytes;
    private int counted;
    private long firstSentAt;
    private long firstAt;
    private long lastAt;
    private boolean told = true;

    void begin() {
        number++;
        open = true;
        sentBytes = 0;
        arrivedBytes = 0;
        counted = 0;
        told = false;
    }

    void end() {
        open = false;
    }

    /// A packet is being sent.
    ///
    /// @return the probe to which it belongs, or 0
    int tag(int bytes) {
        if (!open) {
            return 0;
        }
        sentBytes += bytes;
        return number;
    }

    void arrived(int probe, int bytes, long sentAt, long arrivedAt) {
        if (probe == 0 || probe != number) {
            return;
        }
        if (arrivedBytes == 0) {
            firstSentAt = sentAt;
            firstAt = arrivedAt;
            lastAt = arrivedAt;
        }
        arrivedBytes += bytes;
        if (sentAt == firstSentAt) {
            firstAt = Math.max(firstAt, arrivedAt);
        } else {
            counted += bytes;
        }
        lastAt = Math.max(lastAt, arrivedAt);
    }

    /// Bits a second, once, when enough has arrived; 0 otherwise.
    double result() {
        if (told || open || arrivedBytes < ENOUGH * sentBytes || lastAt - firstAt < SPAN_MIN_NANOS) {
            return 0;
        }
        told = true;
        return DOUBT * counted * 8e9 / (lastAt - firstAt);
    }
}
