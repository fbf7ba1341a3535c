package chat.parley.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import org.junit.jupiter.api.function.Executable;

/// Expects to be told no.
public final class Answer {
    private Answer() {}

    public static Refusal no(Executable attempt) {
        return assertThrows(Refused.class, attempt).refusal();
    }

    public static void no(Refusal expected, Executable attempt) {
        assertEquals(expected, no(attempt));
    }

    public static void unfit(Refusal.Why why, Executable attempt) {
        no(new Refusal.Unfit(why), attempt);
    }

    public static void unknown(Refusal.Thing what, Executable attempt) {
        no(new Refusal.Unknown(what), attempt);
    }

    public static void forbidden(String permission, Executable attempt) {
        no(new Refusal.Forbidden(permission), attempt);
    }
}
