package chat.parley.account.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.parley.account.Caller;
import chat.parley.account.Field;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.account.UserStore;
import chat.parley.account.Users;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refused;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Settings on a real database.
final class UserSettingsTest {
    private final TestDatabase own = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock();
    private final InProcessBus bus = new InProcessBus();
    private final List<SettingsEvent.Changed> events = new ArrayList<>();
    private final UserSettings settings = settings();
    private final Caller ada;

    UserSettingsTest() {
        bus.subscribe(SettingsEvent.Changed.class, events::add);
        var users = new Users(new UserStore(own.database()), new Snowflakes(clock, 1), bus, clock);
        var account = users.create(new NewAccount("ada", null, null, User.Kind.PERSON), (sql, id) -> {});
        ada = new Caller(account.id(), new EntityId(1), false, false);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void whoever_changed_nothing_has_everything_as_it_comes() {
        assertEquals(Settings.DEFAULT, settings.of(ada.id()));
    }

    @Test
    void what_is_left_out_of_a_change_stays() {
        var positions = List.of(new GuildId(3), new GuildId(1));
        settings.change(
                ada,
                new SettingsChange(
                        Settings.Theme.DARK,
                        true,
                        true,
                        "de",
                        Settings.Status.DND,
                        Field.of(new CustomStatus("busy", "🐝", clock.instant().plusSeconds(60))),
                        positions,
                        true,
                        habits -> new Habits(
                                habits.privacy(), habits.folders(), new Habits.Quiet(1_320, 420), List.of("bees"))));
        var after = settings.change(ada, only("fr", Field.untouched()));
        assertEquals("fr", after.locale());
        assertEquals(new Settings.Look(Settings.Theme.DARK, true, true), after.look());
        assertEquals(positions, after.guildPositions());
        assertEquals(List.of("bees"), after.habits().keywords());
        assertEquals(new Habits.Quiet(1_320, 420), after.habits().quiet());
        assertEquals(Settings.Status.DND, after.status());
        assertEquals(after, settings.of(ada.id()));
        assertEquals(after, settings().of(ada.id()), "the same after a restart");
        assertEquals(2, events.size());
        assertEquals(after, events.getLast().settings());
    }

    @Test
    void a_custom_status_goes_when_its_time_is_over_or_when_it_is_taken_away() {
        var passing = new CustomStatus("at lunch", null, clock.instant().plusSeconds(60));
        settings.change(ada, only(null, Field.of(passing)));
        assertEquals(passing, settings.of(ada.id()).customStatus());
        clock.pass(Duration.ofSeconds(60));
        assertNull(settings.of(ada.id()).customStatus());

        settings.change(ada, only(null, Field.of(new CustomStatus("here", null, null))));
        assertNull(settings.change(ada, only(null, Field.of(null))).customStatus());
    }

    @Test
    void a_change_that_changes_nothing_is_not_announced() {
        settings.change(ada, only(null, Field.untouched()));
        assertEquals(List.of(), events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "../../etc", "de_DE", "<b>", "en-US-and-many-more-parts-than-there-are"})
    void what_is_no_language_tag_is_refused(String locale) {
        assertThrows(Refused.class, () -> settings.change(ada, only(locale, Field.untouched())));
        assertEquals(Settings.DEFAULT, settings.of(ada.id()));
    }

    private UserSettings settings() {
        return new UserSettings(new SettingsStore(own.database()), bus, clock);
    }

    private static SettingsChange only(@Nullable String locale, Field<CustomStatus> status) {
        return new SettingsChange(null, null, null, locale, null, status, null, null, it -> it);
    }
}
