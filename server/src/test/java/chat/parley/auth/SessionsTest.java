package chat.parley.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.auth.session.Device;
import chat.parley.auth.session.Session;
import chat.parley.auth.session.SessionEvent;
import chat.parley.auth.session.SessionStore;
import chat.parley.auth.session.Sessions;
import chat.parley.auth.session.SignedIn;
import chat.parley.base.id.EntityId;
import chat.parley.base.limit.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Devices: renewing, listing, ending.
final class SessionsTest {
    private final Scene scene = new Scene();
    private final SignedIn ada = scene.register("ada");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void each_renewal_gives_a_new_pair_for_the_same_session() {
        var second = scene.sessions.refresh(ada.refreshToken(), Scene.PHONE);
        var third = scene.sessions.refresh(second.refreshToken(), Scene.PHONE);
        assertEquals(List.of(ada.session(), ada.session()), List.of(second.session(), third.session()));
        assertNotEquals(second.refreshToken(), third.refreshToken());
        assertEquals(ada.user(), scene.caller(third).id());
        assertEquals(
                "192.0.2.2",
                scene.sessions.list(scene.caller(third)).getFirst().device().ip());
    }

    @Test
    void a_spent_token_used_again_ends_the_session_of_thief_and_victim() {
        var second = scene.sessions.refresh(ada.refreshToken(), Scene.LAPTOP);
        var bystander = scene.signIn("ada", Scene.PHONE);
        assertTrue(Scene.unauthorized(() -> scene.sessions.refresh(ada.refreshToken(), Scene.PHONE)));
        assertTrue(Scene.unauthorized(() -> scene.sessions.refresh(second.refreshToken(), Scene.LAPTOP)));
        assertTrue(Scene.unauthorized(() -> scene.caller(second)), "its access token is refused at once");
        assertEquals(List.of(ada.session()), ended());
        scene.caller(bystander);
    }

    @Test
    void of_simultaneous_uses_one_renews_and_the_session_ends() throws Exception {
        var tasks = new ArrayList<Callable<SignedIn>>();
        for (int i = 0; i < 8; i++) {
            tasks.add(() -> scene.sessions.refresh(ada.refreshToken(), Scene.LAPTOP));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var renewed = threads.invokeAll(tasks).stream()
                    .filter(it -> it.state() == Future.State.SUCCESS)
                    .map(Future::resultNow)
                    .toList();
            assertEquals(1, renewed.size());
            assertTrue(Scene.unauthorized(
                    () -> scene.sessions.refresh(renewed.getFirst().refreshToken(), Scene.LAPTOP)));
        }
        assertEquals(List.of(ada.session()), ended());
    }

    @Test
    void a_session_lives_seven_days_after_its_last_use() {
        scene.clock.pass(Duration.ofDays(6));
        var second = scene.sessions.refresh(ada.refreshToken(), Scene.LAPTOP);
        scene.clock.pass(Duration.ofDays(6));
        var third = scene.sessions.refresh(second.refreshToken(), Scene.LAPTOP);
        scene.clock.pass(Duration.ofDays(7));
        assertTrue(Scene.unauthorized(() -> scene.sessions.refresh(third.refreshToken(), Scene.LAPTOP)));
        assertEquals(
                List.of(),
                scene.sessions.list(scene.caller(scene.signIn("ada", Scene.PHONE))).stream()
                        .filter(it -> it.id().equals(ada.session()))
                        .toList());
    }

    @Test
    void an_invented_token_is_refused() {
        for (var text : List.of("", "x", ada.accessToken(), "A".repeat(43), "A".repeat(100_000))) {
            assertTrue(Scene.unauthorized(() -> scene.sessions.refresh(text, Scene.LAPTOP)));
        }
    }

    @Test
    void signing_out_refuses_the_device_at_once_and_no_other() {
        var phone = scene.signIn("ada", Scene.PHONE);
        scene.sessions.leave(scene.caller(ada));
        assertTrue(Scene.unauthorized(() -> scene.caller(ada)));
        assertTrue(Scene.unauthorized(() -> scene.sessions.refresh(ada.refreshToken(), Scene.LAPTOP)));
        scene.caller(phone);
        assertEquals(List.of(ada.session()), ended());
    }

    @Test
    void the_list_shows_ones_own_devices_and_ends_the_chosen_ones() {
        var phone = scene.signIn("ada", Scene.PHONE);
        var eve = scene.caller(scene.register("eve"));
        var caller = scene.caller(ada);
        var devices = scene.sessions.list(caller);
        assertEquals(
                List.of("Chrome", "Firefox"),
                devices.stream().map(it -> it.device().browser()).sorted().toList());

        var hashes = devices.stream().map(Session::idHash).toList();
        scene.sessions.revoke(eve, hashes);
        assertEquals(2, scene.sessions.list(caller).size(), "nobody ends the devices of others");

        var chosen = devices.stream()
                .filter(it -> it.id().equals(phone.session()))
                .map(Session::idHash)
                .toList();
        scene.sessions.revoke(caller, chosen);
        assertTrue(Scene.unauthorized(() -> scene.caller(phone)));
        assertEquals(1, scene.sessions.list(caller).size());
    }

    @Test
    void all_other_devices_end_and_the_callers_own_stays() {
        var phone = scene.signIn("ada", Scene.PHONE);
        var tablet = scene.signIn("ada", Scene.PHONE);
        scene.sessions.revokeOthers(scene.caller(tablet));
        assertEquals(2, ended().size());
        assertTrue(Scene.unauthorized(() -> scene.caller(phone)));
        scene.caller(tablet);
    }

    @Test
    void the_device_used_least_recently_goes_when_there_are_too_many() {
        for (int i = 0; i < Limits.SESSIONS_PER_USER_MAX; i++) {
            scene.clock.pass(Duration.ofSeconds(1));
            scene.signIn("ada", Scene.PHONE);
        }
        assertEquals(List.of(ada.session()), ended());
        assertTrue(Scene.unauthorized(() -> scene.caller(ada)));
    }

    @Test
    void a_restart_and_another_process_remember_what_ended() {
        var phone = scene.signIn("ada", Scene.PHONE);
        scene.sessions.leave(scene.caller(ada));
        var restarted = again();
        assertTrue(restarted.ended(ada.session()));
        assertFalse(restarted.ended(phone.session()));
        scene.sessions.leave(scene.caller(phone));
        assertFalse(restarted.ended(phone.session()));
        restarted.catchUp();
        assertTrue(restarted.ended(phone.session()));
    }

    @Test
    void no_token_is_in_the_database_and_none_is_printed() {
        var stored = scene.database.list(
                "select encode(hash, 'escape') as hash from refresh_tokens", row -> row.text("hash"));
        assertFalse(stored.contains(ada.refreshToken()));
        assertFalse(ada.toString().contains(ada.refreshToken()));
        assertFalse(ada.toString().contains(ada.accessToken()));
    }

    @Test
    void a_device_is_named_after_what_it_says() {
        assertEquals(
                new Device("Windows", "Edge", "::1"),
                Device.of("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/130 Safari/537 Edg/130", "::1"));
        assertEquals(
                new Device("iOS", "Safari", "::1"),
                Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Version/18 Safari/604", "::1"));
        assertEquals(
                new Device("Linux", "Firefox", "::1"),
                Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "::1"));
        assertEquals(new Device("Unknown", "Unknown", "::1"), Device.of("<script>", "::1"));
    }

    @Test
    void a_bots_token_is_shown_once_and_good_until_it_is_renewed() {
        var made = scene.bots.create(ada.user(), "helper");
        var caller = scene.authentication.of("Bot " + made.token());
        assertTrue(caller.bot());
        assertEquals(made.user().id(), caller.id());
        assertEquals(caller, scene.authentication.ofEither(made.token()));
        assertEquals(caller, scene.authentication.ofEither("Bot " + made.token()));
        assertTrue(Scene.unauthorized(() -> scene.authentication.of(made.token())), "only with its prefix");
        assertTrue(Scene.unauthorized(() -> scene.authentication.of("Bot " + ada.accessToken())));

        var renewed = scene.bots.renew(ada.user(), made.user().id());
        assertTrue(Scene.unauthorized(() -> scene.authentication.of("Bot " + made.token())));
        assertEquals(caller, scene.authentication.of("Bot " + renewed.token()));
        assertEquals(List.of(new EntityId(made.user().id().value())), ended());
    }

    private List<EntityId> ended() {
        return scene.events.stream()
                .filter(SessionEvent.Revoked.class::isInstance)
                .map(it -> ((SessionEvent.Revoked) it).session())
                .toList();
    }

    private Sessions again() {
        return new Sessions(new SessionStore(scene.database), scene.tokens, scene.ids, scene.bus, scene.clock);
    }
}
