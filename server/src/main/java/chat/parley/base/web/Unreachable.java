package chat.parley.base.web;

/// An address could not be called. Whoever called decides whether that is a refusal or worth another try.
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    public enum Why {
        /// No address of the web, or one that is not to be called from here.
        FORBIDDEN,
        /// Nobody is there: no such name, no connection, no TLS.
        NOBODY,
        TOO_SLOW,
        /// Somebody is there who does not speak HTTP.
        NO_HTTP
    }

    Unreachable(Why why, String message) {
        super(message, null, false, false);
        this.why = why;
    }

    Unreachable(Why why, String message, Throwable cause) {
        super(message, cause, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
