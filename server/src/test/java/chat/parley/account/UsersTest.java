package chat.parley.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.base.bus.Event;
import chat.parley.base.bus.InProcessBus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.testing.MovingClock;
import chat.parley.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Users and their profiles on a real database.
final class UsersTest {
    private final TestDatabase own = TestDatabase.fresh();
    private final MovingClock clock = new MovingClock();
    private final InProcessBus bus = new InProcessBus();
    private final List<Event> events = new ArrayList<>();
    private final Users users = users();

    UsersTest() {
        bus.subscribe(Event.class, events::add);
    }

    @AfterEach
    void close() {
        own.close();
    }

    @Test
    void what_is_cached_equals_what_is_stored() {
        var ada = create("ada", "ada@example.org");
        assertEquals(ada, users.account(ada.id()));
        assertEquals(ada, users().account(ada.id()));
        assertEquals(List.of(new UserEvent.Created(ada.user())), events);
    }

    @Test
    void many_are_found_at_once_and_the_unknown_are_left_out() {
        var ada = create("ada", null);
        var bob = create("bob", null);
        var wanted = Set.of(ada.id(), bob.id(), new UserId(7));
        assertEquals(Map.of(ada.id(), ada.user(), bob.id(), bob.user()), users.all(wanted));
        assertEquals(Map.of(ada.id(), ada.user(), bob.id(), bob.user()), users().all(wanted));
        assertEquals(Map.of(), users.all(List.of()));
        assertInstanceOf(Refusal.Unknown.class, refusal(() -> users.one(new UserId(7))));
    }

    @Test
    void a_profile_changes_field_by_field_and_everybody_hears_of_it() {
        var ada = create("ada", "ada@example.org");
        var caller = caller(ada);
        users.change(caller, profile(Field.of("Ada Lovelace"), "First.\nOf many.", "she/her", Field.of(0x123456)));
        var changed = users.change(caller, profile(Field.untouched(), null, null, Field.of(null)));
        assertEquals("Ada Lovelace", changed.user().displayName());
        assertEquals("First.\nOf many.", changed.bio());
        assertEquals("she/her", changed.pronouns());
        assertEquals("ada@example.org", changed.email());
        assertNull(changed.user().accentColor());
        assertEquals(changed, users().account(ada.id()));
        assertEquals(new UserEvent.Updated(changed.user()), events.getLast());
    }

    @Test
    void a_change_that_changes_nothing_is_not_announced() {
        var ada = create("ada", null);
        events.clear();
        users.change(caller(ada), ProfileChange.none());
        assertEquals(List.of(), events);
    }

    @Test
    void a_name_may_become_free_again_and_ones_own_name_may_change_its_look() {
        var ada = create("ada1", null);
        var bob = create("bob", null);
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> users.change(caller(bob), renamed("adal"))));
        assertEquals("bob", users.one(bob.id()).username(), "a refused change leaves the cache alone");
        users.change(caller(ada), renamed("adal"));
        users.change(caller(ada), renamed("grace"));
        users.change(caller(bob), renamed("ada1"));
        assertEquals(bob.id(), users.byUsername("ada1").orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u200B\u200D",
                "\u3164\u3164",
                "evil\u202Etxt.exe",
                "\u2066isolated\u2069",
                "tab\there",
                "new\nline",
                "bell\u0007",
                "half \uD800",
                "a name that is much longer than thirty-two"
            })
    void a_display_name_that_cannot_be_seen_or_turns_text_around_is_refused(String name) {
        var ada = create("ada", null);
        var change = profile(Field.of(name), null, null, Field.untouched());
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> users.change(caller(ada), change)));
        assertNull(users.one(ada.id()).displayName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë",
                "李小龍",
                "مريم",
                "👩‍👩‍👧‍👦",
                "<script>alert(1)</script>",
                "javascript:alert(1)",
                "நிலா",
                "'; drop table"
            })
    void a_display_name_of_any_script_is_stored_letter_by_letter(String name) {
        var ada = create("ada", null);
        users.change(caller(ada), profile(Field.of(name), null, null, Field.untouched()));
        assertEquals(name, users().one(ada.id()).displayName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "a@", "@b", "a b@c", "a@b@c", "a@b..c", "a@.b", "a\n@b.c", "plain"})
    void what_is_no_address_is_refused(String email) {
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> create("ada", email)));
    }

    @Test
    void only_an_operator_searches_accounts() {
        create("ada", "boss@example.org");
        create("bob_1", null);
        create("bobx1", null);
        var operator = new Caller(new UserId(1), new EntityId(1), false, true);
        assertEquals(List.of("bob_1"), names(users.search(operator, "bob_", 10)), "an underscore is a letter");
        assertEquals(List.of("bob_1", "bobx1"), names(users.search(operator, "BOB", 10)));
        assertEquals(List.of("ada"), names(users.search(operator, "boss@", 10)));
        assertEquals(List.of(), names(users.search(operator, "%", 10)));
        var other = new Caller(new UserId(1), new EntityId(1), false, false);
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> users.search(other, "", 10)));
    }

    @Test
    void an_operator_is_made_and_unmade() {
        var ada = create("ada", null);
        assertFalse(users.account(ada.id()).operator());
        users.makeOperator(ada.id(), true);
        assertTrue(users.account(ada.id()).operator());
        users.makeOperator(ada.id(), false);
        assertFalse(users.account(ada.id()).operator());
        assertInstanceOf(Refusal.Unknown.class, refusal(() -> users.makeOperator(new UserId(7), true)));
    }

    @Test
    void what_the_command_line_does_beside_a_running_node_is_learnt() {
        var ada = create("ada", null);
        users.catchUp();
        events.clear();
        users().makeOperator(ada.id(), true);
        events.clear();
        users.catchUp();
        assertTrue(users.account(ada.id()).operator());
        assertEquals(List.of(new UserEvent.Updated(ada.user())), events);
        users.catchUp();
        assertEquals(1, events.size(), "nothing new, nothing said");
        users().makeOperator(ada.id(), false);
        users.catchUp();
        assertFalse(users.account(ada.id()).operator());
    }

    @Test
    void an_account_whose_company_fails_is_not_made() {
        var wanted = new NewAccount("ada", null, null, User.Kind.PERSON);
        assertThrows(
                IllegalStateException.class,
                () -> users.create(wanted, (sql, id) -> {
                    throw new IllegalStateException("the password could not be kept");
                }));
        assertTrue(users.byUsername("ada").isEmpty());
        assertTrue(users.setupRequired());
        assertEquals(List.of(), events);
    }

    @Test
    void no_address_is_printed() {
        var ada = create("ada", "ada@example.org");
        assertFalse(ada.toString().contains("example"));
        assertFalse(new NewAccount("ada", null, "ada@example.org", User.Kind.PERSON)
                .toString()
                .contains("example"));
    }

    private Users users() {
        return new Users(new UserStore(own.database()), new Snowflakes(clock, 1), bus, clock);
    }

    private Account create(String username, @Nullable String email) {
        return users.create(new NewAccount(username, null, email, User.Kind.PERSON), (sql, id) -> {});
    }

    private static Caller caller(Account account) {
        return new Caller(account.id(), new EntityId(1), false, false);
    }

    private static ProfileChange renamed(String username) {
        return new ProfileChange(username, Field.untouched(), null, null, Field.untouched(), Field.untouched());
    }

    private static ProfileChange profile(
            Field<String> name, @Nullable String bio, @Nullable String pronouns, Field<Integer> color) {
        return new ProfileChange(null, name, bio, pronouns, color, Field.untouched());
    }

    private static List<String> names(List<Account> accounts) {
        return accounts.stream().map(it -> it.user().username()).toList();
    }

    private static Refusal refusal(Runnable act) {
        return assertThrows(Refused.class, act::run).refusal();
    }
}
