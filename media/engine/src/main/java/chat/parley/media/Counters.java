package chat.parley.media;

/// What happened to packets since the engine began: plain numbers for a metrics page. Read them on the engine's
/// thread.
public final class Counters {
    long unknown;
    long strangers;
    long malformed;
    long forged;
    long replayed;
    long unbound;
    long useless;
    long received;
    long forwarded;
    long resent;
    long gated;
    long faults;

    /// Datagrams that were neither STUN nor DTLS nor RTP nor RTCP.
    public long unknown() {
        return unknown;
    }

    /// Datagrams from addresses that proved nothing.
    public long strangers() {
        return strangers;
    }

    public long malformed() {
        return malformed;
    }

    /// Packets whose tag was wrong.
    public long forged() {
        return forged;
    }

    public long replayed() {
        return replayed;
    }

    /// Packets of a stream that nobody announced.
    public long unbound() {
        return unbound;
    }

    /// Packets of a stream that bore nothing: padding, or what was not agreed to.
    public long useless() {
        return useless;
    }

    /// Media packets that were authentic.
    public long received() {
        return received;
    }

    /// Media packets that were sent to subscribers.
    public long forwarded() {
        return forwarded;
    }

    /// Media packets that were sent once more.
    public long resent() {
        return resent;
    }

    /// Errors of ours. Whoever meets several is shown out, and nobody else notices.
    public long faults() {
        return faults;
    }

    /// Packets of voices that were not among the loudest.
    public long gated() {
        return gated;
    }
}
