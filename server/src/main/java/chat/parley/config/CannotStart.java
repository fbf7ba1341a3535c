package chat.parley.config;

/// Why the node does not start, as a sentence that names the remedy. The command line prints it without a stack trace.
public sealed class CannotStart extends RuntimeException permits DataDirectory.InUse {
    private static final long serialVersionUID = 1L;

    public CannotStart(String reasonAndRemedy) {
        super(reasonAndRemedy);
    }

    public CannotStart(String reasonAndRemedy, Throwable cause) {
        super(reasonAndRemedy, cause);
    }
}
