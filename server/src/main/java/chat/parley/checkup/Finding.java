package chat.parley.checkup;

/// @param good false when something does not work
/// @param remedy what helps; beside a good finding it is only advice, and mostly empty
public record Finding(String subject, boolean good, String observation, String remedy) {
    static Finding good(String subject, String observation) {
        return new Finding(subject, true, observation, "");
    }

    static Finding advice(String subject, String observation, String remedy) {
        return new Finding(subject, true, observation, remedy);
    }

    static Finding bad(String subject, String observation, String remedy) {
        return new Finding(subject, false, observation, remedy);
    }
}
