package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.auth.password.Password;
import chat.parley.auth.session.SignedIn;
import chat.parley.base.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Becoming somebody: who may, under which name, with which password.
final class RegistrationTest {
    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void the_first_person_owns_the_node_and_the_second_does_not() {
        assertTrue(scene.users.setupRequired());
        var first = scene.caller(scene.register("ada"));
        var second = scene.caller(scene.register("grace"));
        assertFalse(scene.users.setupRequired());
        assertTrue(first.operator());
        assertFalse(second.operator());
    }

    @Test
    void of_many_simultaneous_set_ups_one_becomes_the_operator() throws Exception {
        scene.mode = RegistrationMode.OPEN;
        var outcomes = together(8, number -> scene.register("person" + (char) ('a' + number)));
        var operators =
                outcomes.stream().filter(it -> scene.caller(it).operator()).toList();
        assertEquals(8, outcomes.size());
        assertEquals(1, operators.size());
    }

    @Test
    void whoever_is_too_late_for_the_set_up_of_a_closed_node_stays_outside() throws Exception {
        scene.mode = RegistrationMode.CLOSED;
        var outcomes = together(6, number -> scene.register("person" + (char) ('a' + number)));
        assertEquals(1, outcomes.size());
        assertTrue(scene.caller(outcomes.getFirst()).operator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "two words",
                "a..b",
                "semi;colon",
                "<script>",
                "naïve",
                "аdmin",
                "adm\u0131n",
                "\u212Aelvin",
                "ａｄｍｉｎ",
                "ad\u200Bmin",
                "nimda\u202E",
                "nul\u0000l",
                "thirty-three-characters-long-name",
                "abcdefghijklmnopqrstuvwxyz0123456"
            })
    void a_name_of_other_characters_is_refused(String name) {
        var problems = Scene.problems(() -> scene.register(name));
        assertEquals(1, problems.size());
        assertTrue(problems.getFirst().startsWith("username:"), problems.getFirst());
        assertTrue(scene.users.setupRequired(), "nobody was added");
    }

    @Test
    void a_name_is_kept_in_lower_case_and_is_unique_in_any_case() {
        scene.register("  Ada.Lovelace_1 ");
        assertEquals(
                "ada.lovelace_1",
                scene.users.byUsername("ADA.lovelace_1").orElseThrow().username());
        assertEquals(
                List.of("username:USERNAME_ALREADY_TAKEN"), Scene.problems(() -> scene.register("aDA.Lovelace_1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mo0n1ight.vvave", "rnoonlight.wave", "moon1ight.wave", "m0onlight.vvave"})
    void a_name_that_looks_like_another_is_taken(String lookAlike) {
        scene.register("moonlight.wave");
        assertEquals(List.of("username:USERNAME_ALREADY_TAKEN"), Scene.problems(() -> scene.register(lookAlike)));
    }

    @Test
    void an_address_is_taken_in_any_case() {
        scene.registration.register(
                Scene.wanted("ada", "Ada@Example.org"), new Password(Scene.GOOD), null, Scene.LAPTOP);
        assertEquals(
                List.of("email:EMAIL_ALREADY_REGISTERED"),
                Scene.problems(() -> scene.registration.register(
                        Scene.wanted("grace", "ada@example.ORG"), new Password(Scene.GOOD), null, Scene.LAPTOP)));
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        var wanted = new NewAccount("a", "\u202Eevil", "no address", User.Kind.PERSON);
        assertEquals(
                List.of(
                        "username:BASE_TYPE_BAD_LENGTH",
                        "global_name:INVALID_CHARACTERS",
                        "email:EMAIL_TYPE_INVALID_EMAIL",
                        "password:BASE_TYPE_BAD_LENGTH"),
                Scene.problems(() -> scene.registration.register(wanted, new Password("short"), null, Scene.LAPTOP)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "PASSWORD123", "12345678", "qwertyuiop", "aaaaaaaaaa", "Moonlight", "letmein123"})
    void a_common_password_is_refused(String password) {
        assertEquals(
                List.of("password:PASSWORD_TOO_COMMON"),
                Scene.problems(() -> scene.registration.register(
                        Scene.wanted("moonlight", null), new Password(password), null, Scene.LAPTOP)));
    }

    @Test
    void a_display_name_is_stored_letter_by_letter() {
        var name = "<b>Ада</b> 👩‍💻 ${x}";
        var signedIn = scene.registration.register(
                new NewAccount("ada", name, null, User.Kind.PERSON), new Password(Scene.GOOD), null, Scene.LAPTOP);
        assertEquals(name, scene.users.one(signedIn.user()).displayName());
    }

    @Test
    void an_invite_only_node_asks_for_a_valid_invite_and_lets_its_holder_join() {
        scene.register("ada");
        scene.mode = RegistrationMode.INVITE;
        scene.invites.add("good");
        assertEquals(List.of("invite:INVITE_REQUIRED"), Scene.problems(() -> scene.register("bob")));
        assertEquals(List.of("invite:INVITE_INVALID"), Scene.problems(() -> invited("bob", "bad")));
        var bob = invited("bob", "good");
        assertEquals(List.of(bob.user() + " good"), scene.joined);
    }

    @Test
    void a_closed_node_takes_nobody_not_even_with_an_invite() {
        scene.register("ada");
        scene.mode = RegistrationMode.CLOSED;
        scene.invites.add("good");
        assertInstanceOf(Refusal.NotAllowed.class, Scene.refusal(() -> invited("bob", "good")));
        assertTrue(scene.users.byUsername("bob").isEmpty());
    }

    @Test
    void an_operator_may_create_accounts_on_a_closed_node() {
        scene.register("ada");
        scene.mode = RegistrationMode.CLOSED;
        scene.registration.create(Scene.wanted("bob", null), new Password(Scene.GOOD));
        assertFalse(scene.caller(scene.signIn("bob", Scene.PHONE)).operator());
    }

    private SignedIn invited(String username, String code) {
        return scene.registration.register(Scene.wanted(username, null), new Password(Scene.GOOD), code, Scene.LAPTOP);
    }

    @FunctionalInterface
    private interface Numbered<T> {
        T act(int number) throws Exception;
    }

    /// Runs it several times at once and answers the results of those that were not refused.
    private static <T> List<T> together(int times, Numbered<T> act) throws Exception {
        var start = new CyclicBarrier(times);
        var tasks = new ArrayList<Callable<T>>();
        for (int i = 0; i < times; i++) {
            int number = i;
            tasks.add(() -> {
                start.await();
                return act.act(number);
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(tasks).stream()
                    .filter(it -> it.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
