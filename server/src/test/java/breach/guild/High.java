package breach.guild;

/// Is imported by somebody below, and imports back.
public final class High {
    @SuppressWarnings("UnusedVariable") // the import is the breach
    private final Class<?> below = breach.account.Low.class;
}
