package chat.parley.auth.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashingTest {
    private static final Password PASSWORD = new Password("a good long password");
    private final Argon2Cost cheap = new Argon2Cost(64, 1, 1);

    @Test
    void a_hash_fits_its_password_and_no_other_and_never_repeats() {
        try (var hashing = new Hashing(cheap)) {
            var hash = hashing.hash(PASSWORD);
            assertTrue(hashing.matches(PASSWORD, hash));
            assertFalse(hashing.matches(new Password("a good long passwore"), hash));
            assertFalse(hash.equals(hashing.hash(PASSWORD)));
            assertFalse(hashing.matches(PASSWORD, null));
            assertFalse(hashing.outdated(hash));
        }
    }

    /// Made with the reference implementation's `argon2` (phc-winner-argon2, test.c): version 0x13, Argon2id.
    @Test
    void the_reference_vector_is_accepted() {
        var reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        try (var hashing = new Hashing(cheap)) {
            assertTrue(hashing.matches(new Password("password"), reference));
            assertTrue(hashing.outdated(reference));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=64,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$"
            })
    void a_damaged_hash_is_a_fault_and_not_an_answer(String damaged) {
        try (var hashing = new Hashing(cheap)) {
            assertThrows(IllegalStateException.class, () -> hashing.matches(PASSWORD, damaged));
        }
    }

    @Test
    void a_crowd_beyond_the_queue_is_told_to_come_back_and_the_others_are_served() throws Exception {
        var slow = new Hashing(new Argon2Cost(4_096, 2, 1));
        int crowd = Limits.HASHING_QUEUE_MAX * 3;
        var tasks = new ArrayList<Callable<String>>();
        for (int i = 0; i < crowd; i++) {
            tasks.add(() -> slow.hash(PASSWORD));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(tasks);
            var refused = outcomes.stream()
                    .filter(it -> it.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
            assertTrue(refused.size() <= crowd - Limits.HASHING_QUEUE_MAX, "the queue was used");
            refused.forEach(it -> assertInstanceOf(
                    Refusal.Busy.class, assertInstanceOf(Refused.class, it).refusal()));
            assertEquals(crowd - refused.size(), slow.computed());
            assertFalse(refused.isEmpty());
        } finally {
            slow.close();
        }
    }

    @Test
    void a_password_is_not_printed() {
        assertFalse(PASSWORD.toString().contains("good"));
        assertEquals(20, PASSWORD.bytes().length);
        assertEquals("a good long password", new String(PASSWORD.bytes(), StandardCharsets.UTF_8));
    }
}
