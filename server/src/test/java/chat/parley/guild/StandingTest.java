package chat.parley.guild;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.account.Caller;
import chat.parley.account.NewAccount;
import chat.parley.account.User;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Why;
import chat.parley.base.refusal.Refused;
import chat.parley.testing.Community;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The verification levels, each with what it asks for.
final class StandingTest {
    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Standing standing = new Standing(community.users, community.clock);

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void level_one_asks_for_an_address_or_an_account_of_an_hour() {
        level(1);
        var plain = community.member(guild, "plain");
        var reachable = reachable("reachable");
        assertEquals("no yes", passes(plain) + " " + passes(reachable));
        community.clock.pass(Duration.ofHours(1));
        assertEquals("yes", passes(plain));
    }

    @Test
    void level_two_asks_for_an_account_of_five_minutes_and_level_three_for_a_member_of_ten() {
        level(2);
        var ben = reachable("ben");
        assertEquals("no", passes(ben));
        community.clock.pass(Duration.ofMinutes(5));
        assertEquals("yes", passes(ben));
        level(3);
        assertEquals("no", passes(ben));
        community.clock.pass(Duration.ofMinutes(5));
        assertEquals("yes", passes(ben));
    }

    @Test
    void level_four_asks_for_an_address_however_old_the_account_is() {
        level(4);
        var plain = community.member(guild, "plain");
        var reachable = reachable("reachable");
        community.clock.pass(Duration.ofDays(90));
        assertEquals("no yes", passes(plain) + " " + passes(reachable));
    }

    @Test
    void who_holds_a_role_or_is_excused_or_owns_the_guild_passes() {
        level(4);
        var ben = community.member(guild, "ben");
        assertEquals("no yes", passes(ben) + " " + passes(owner));
        var role = community.role(owner, guild, "known");
        community.give(owner, guild, ben, role.id());
        assertEquals("yes", passes(ben));
        var carla = community.member(guild, "carla");
        community.members.edit(owner, guild, carla.id(), it -> it.arrived(new Member.Arrival(false, 4)));
        assertEquals("yes", passes(carla));
        assertEquals(
                Refusal.Invalid.class,
                refusal(() -> community.members.edit(
                                owner, guild, ben.id(), it -> it.arrived(new Member.Arrival(true, 2))))
                        .getClass());
    }

    private void level(int level) {
        community.settings.edit(owner, guild, it -> {
            var now = it.settings();
            return it.with(new Guild.Settings(
                    now.systemChannel(),
                    now.rulesChannel(),
                    now.afkChannel(),
                    now.afkTimeoutS(),
                    level,
                    now.defaultNotifications(),
                    now.contentFilter(),
                    now.locale(),
                    now.safety()));
        });
    }

    private Caller reachable(String name) {
        var wanted = new NewAccount(name, null, name + "@parley.test", User.Kind.PERSON);
        var account = community.users.create(wanted, (_, _) -> {});
        var caller = new Caller(account.id(), new EntityId(account.id().value()), false, false);
        community.join(caller, guild);
        return caller;
    }

    private String passes(Caller person) {
        var snapshot = community.guilds.snapshot(guild);
        var self = Objects.requireNonNull(snapshot.member(person.id()));
        try {
            standing.require(snapshot, person, self);
            return "yes";
        } catch (Refused no) {
            assertEquals(new Refusal.Unfit(Why.TOO_NEW), no.refusal());
            return "no";
        }
    }
}
