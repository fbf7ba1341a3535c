package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Field;
import chat.parley.account.ProfileChange;
import chat.parley.auth.password.Argon2Cost;
import chat.parley.auth.password.Hashing;
import chat.parley.auth.password.Password;
import chat.parley.auth.session.SignedIn;
import chat.parley.base.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signing in with a password, and changing it.
final class SignInTest {
    private static final List<String> WRONG = List.of("login:INVALID_LOGIN", "password:INVALID_LOGIN");

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void name_and_address_sign_in_alike() {
        scene.registration.register(
                Scene.wanted("ada", "ada@example.org"), new Password(Scene.GOOD), null, Scene.LAPTOP);
        var byName = scene.signIn(" ADA ", Scene.PHONE);
        var byAddress = scene.signIn("Ada@Example.org", Scene.PHONE);
        assertEquals(byName.user(), byAddress.user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "nobody", "nobody@example.org", "' or 1=1 --", ""})
    void a_wrong_password_and_an_unknown_name_get_the_same_answer_for_the_same_work(String login) {
        scene.register("ada");
        long before = scene.hashing.computed();
        assertEquals(
                WRONG,
                Scene.problems(() -> scene.signIn.withPassword(login, new Password("not the password"), Scene.LAPTOP)));
        assertEquals(before + 1, scene.hashing.computed());
    }

    @Test
    void a_bot_cannot_sign_in_with_a_password() {
        var ada = scene.register("ada");
        scene.bots.create(ada.user(), "helper");
        assertEquals(WRONG, Scene.problems(() -> scene.signIn("helper", Scene.LAPTOP)));
    }

    @Test
    void guessing_one_accounts_password_gets_slower_and_a_pause_ends() {
        scene.register("ada");
        for (int i = 0; i < 5; i++) {
            assertEquals(WRONG, Scene.problems(() -> guess("ada")));
        }
        assertInstanceOf(Refusal.TooOften.class, Scene.refusal(() -> scene.signIn("ada", Scene.LAPTOP)));
        scene.clock.pass(Duration.ofSeconds(2));
        assertEquals(WRONG, Scene.problems(() -> guess("ada")));
        var pause = assertInstanceOf(Refusal.TooOften.class, Scene.refusal(() -> guess("ada")));
        assertTrue(pause.retryAfterMs() > 1_000, "the second pause is longer");
        scene.clock.pass(Duration.ofSeconds(3));
        scene.signIn("ada", Scene.LAPTOP);
        assertEquals(WRONG, Scene.problems(() -> guess("ada")), "a success forgives");
    }

    @Test
    void unknown_names_are_slowed_down_like_known_ones() {
        for (int i = 0; i < 5; i++) {
            assertEquals(WRONG, Scene.problems(() -> guess("nobody")));
        }
        assertInstanceOf(Refusal.TooOften.class, Scene.refusal(() -> guess("Nobody")));
    }

    @Test
    void a_hash_of_another_cost_is_renewed_at_the_next_sign_in() {
        var ada = scene.register("ada");
        var dear = new Argon2Cost(128, 2, 1);
        try (var later = new Hashing(dear)) {
            var credentials = new Credentials(
                    new CredentialStore(scene.database),
                    later,
                    new FailedSignIns(scene.clock),
                    scene.sessions,
                    scene.clock);
            new SignIn(scene.users, credentials, scene.sessions)
                    .withPassword("ada", new Password(Scene.GOOD), Scene.LAPTOP);
            assertTrue(stored(ada).startsWith("$argon2id$v=19$m=128,t=2,p=1$"), stored(ada));
            assertFalse(later.outdated(stored(ada)));
        }
        scene.signIn("ada", Scene.LAPTOP);
    }

    @Test
    void an_imported_bcrypt_hash_is_accepted_once_and_replaced() {
        var ada = scene.register("ada");
        var salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        var imported = OpenBSDBCrypt.generate(Scene.GOOD.getBytes(StandardCharsets.UTF_8), salt, 4);
        scene.database.change("update credentials set hash = ? where user_id = ?", imported, ada.user());
        assertEquals(WRONG, Scene.problems(() -> guess("ada")));
        scene.signIn("ada", Scene.LAPTOP);
        assertTrue(stored(ada).startsWith("$argon2id$"));
        scene.signIn("ada", Scene.LAPTOP);
    }

    @Test
    void letters_composed_differently_are_the_same_password() {
        scene.registration.register(Scene.wanted("ada", null), new Password("gru\u0308ne Wiese"), null, Scene.LAPTOP);
        scene.signIn.withPassword("ada", new Password("gr\u00FCne Wiese"), Scene.PHONE);
    }

    @Test
    void a_new_password_needs_the_present_one_and_signs_the_other_devices_out() {
        var laptop = scene.register("ada");
        var phone = scene.signIn("ada", Scene.PHONE);
        var caller = scene.caller(laptop);
        var next = new Password("another long password");
        assertEquals(
                List.of("password:PASSWORD_DOES_NOT_MATCH"),
                Scene.problems(
                        () -> scene.ownAccount.change(caller, ProfileChange.none(), new Password("wrong"), next)));
        assertEquals(
                List.of("password:BASE_TYPE_REQUIRED"),
                Scene.problems(() -> scene.ownAccount.change(caller, ProfileChange.none(), null, next)));
        assertEquals(
                List.of("new_password:PASSWORD_TOO_COMMON"),
                Scene.problems(() -> scene.ownAccount.change(
                        caller, ProfileChange.none(), new Password(Scene.GOOD), new Password("password1"))));

        scene.ownAccount.change(caller, ProfileChange.none(), new Password(Scene.GOOD), next);
        assertEquals(caller, scene.caller(laptop));
        assertTrue(Scene.unauthorized(() -> scene.caller(phone)));
        assertEquals(WRONG, Scene.problems(() -> scene.signIn("ada", Scene.PHONE)));
        scene.signIn.withPassword("ada", next, Scene.PHONE);
    }

    @Test
    void name_and_address_change_only_with_the_password() {
        var caller = scene.caller(scene.register("ada"));
        var change =
                new ProfileChange("ada.l", Field.of("Ada"), null, null, Field.untouched(), Field.of("ada@example.org"));
        assertEquals(
                List.of("password:BASE_TYPE_REQUIRED"),
                Scene.problems(() -> scene.ownAccount.change(caller, change, null, null)));
        assertEquals("ada", scene.users.one(caller.id()).username());
        var after = scene.ownAccount.change(caller, change, new Password(Scene.GOOD), null);
        assertEquals("ada.l", after.user().username());
        assertEquals("ada@example.org", after.email());
    }

    @Test
    void a_reset_signs_out_everywhere() {
        var laptop = scene.register("ada");
        scene.credentials.reset(scene.users.account(laptop.user()), new Password("set by the operator"));
        assertTrue(Scene.unauthorized(() -> scene.caller(laptop)));
        scene.signIn.withPassword("ada", new Password("set by the operator"), Scene.LAPTOP);
    }

    private void guess(String login) {
        scene.signIn.withPassword(login, new Password("a guess of mine"), Scene.LAPTOP);
    }

    private String stored(SignedIn signedIn) {
        return scene.database
                .first("select hash from credentials where user_id = ?", row -> row.text("hash"), signedIn.user())
                .orElseThrow();
    }
}
