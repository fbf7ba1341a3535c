package chat.parley.base.refusal;

/// Carries a [Refusal] from the place that decides to the edge that answers. It has no stack trace: a refusal is an
/// answer, not a fault.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /// For a refusal that was decided by an exception of somebody else's, a failed parse for example.
    public Refused(Refusal refusal, Throwable cause) {
        super(refusal.toString(), cause, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
