package chat.parley.auth.password;

/// What an Argon2id hash costs.
///
/// @param memoryKib KiB of memory for each hash
/// @param iterations passes over that memory
/// @param parallelism lanes; they are computed one after the other here
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
    /// OWASP's first choice: 19 MiB, two passes, one lane.
    public static final Argon2Cost DEFAULT = new Argon2Cost(19 * 1_024, 2, 1);

    /// A hash of the database must not be able to ask for all of the memory.
    private static final int MEMORY_MAX_KIB = 1 << 20;

    private static final int ITERATIONS_MAX = 100;
    private static final int PARALLELISM_MAX = 16;

    public Argon2Cost {
        if (parallelism < 1
                || parallelism > PARALLELISM_MAX
                || iterations < 1
                || iterations > ITERATIONS_MAX
                || memoryKib < 8 * parallelism
                || memoryKib > MEMORY_MAX_KIB) {
            throw new IllegalArgumentException(
                    "Argon2 takes 8 KiB a lane to 1 GiB, 1 to 100 iterations and 1 to 16 lanes");
        }
    }
}
