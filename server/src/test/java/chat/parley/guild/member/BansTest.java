package chat.parley.guild.member;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.guild.GuildEvent;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bans keep people out.
final class BansTest {
    private static final Bans.Terms PLAIN = new Bans.Terms(0);

    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller bob = community.member(guild, "bob");

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void the_banned_leave_and_do_not_come_back_until_they_are_pardoned() {
        community.events.clear();
        community.bans.ban(owner.because("spam"), guild, bob.id(), new Bans.Terms(60));
        assertEquals(
                List.of(new GuildEvent.Banned(guild, bob.id()), new GuildEvent.MemberLeft(guild, bob.id())),
                community.events);
        assertEquals(List.of(bob.id()), community.purged);
        assertEquals(List.of(), community.guilds.ofMember(bob.id()));
        assertEquals(new Refusal.Banned(), refusal(() -> community.join(bob, guild)));
        assertEquals(new Refusal.Banned(), refusal(() -> community.restarted().join(bob, guild)));
        assertEquals("spam", community.bans.of(owner, guild, bob.id()).reason());

        community.bans.lift(owner, guild, bob.id());
        assertEquals(new Refusal.Unknown(Thing.BAN), refusal(() -> community.bans.lift(owner, guild, bob.id())));
        community.join(bob, guild);
        assertEquals(1, community.guilds.ofMember(bob.id()).size());
    }

    @Test
    void a_second_ban_changes_nothing_and_strangers_can_be_banned() {
        var eve = community.person("eve");
        community.bans.ban(owner.because("first"), guild, eve.id(), PLAIN);
        community.bans.ban(owner.because("second"), guild, eve.id(), PLAIN);
        assertEquals("first", community.bans.of(owner, guild, eve.id()).reason());
        assertEquals(List.of(), community.purged);
        assertEquals(new Refusal.Banned(), refusal(() -> community.join(eve, guild)));
    }

    @Test
    void only_those_below_are_banned_by_those_who_may() {
        assertEquals(
                new Refusal.Forbidden("BAN_MEMBERS"), refusal(() -> community.bans.ban(bob, guild, owner.id(), PLAIN)));
        assertEquals(new Refusal.Forbidden("BAN_MEMBERS"), refusal(() -> community.bans.after(bob, guild, 0, 10)));
        var role = community.role(owner, guild, "judges", Permission.BAN_MEMBERS);
        community.give(owner, guild, bob, role.id());
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> community.bans.ban(bob, guild, owner.id(), PLAIN)));
        assertInstanceOf(Refusal.NotAllowed.class, refusal(() -> community.bans.ban(bob, guild, bob.id(), PLAIN)));
    }

    @Test
    void many_are_banned_at_once_apart_from_those_who_cannot_be() {
        var eve = community.member(guild, "eve");
        var mallory = community.person("mallory");
        var judges = community.role(owner, guild, "judges", Permission.BAN_MEMBERS, Permission.MANAGE_GUILD);
        community.give(owner, guild, bob, judges.id());
        var banned = community.bans.banAll(bob, guild, List.of(eve.id(), owner.id(), mallory.id(), bob.id()), PLAIN);
        assertEquals(List.of(eve.id(), mallory.id()), banned);
        assertEquals(List.of(), community.bans.banAll(bob, guild, List.of(eve.id()), PLAIN));
    }

    @Test
    void bans_are_listed_in_pages() {
        for (long user = 1; user <= 7; user++) {
            community.bans.ban(owner, guild, new UserId(user), PLAIN);
        }
        assertEquals(List.of(1L, 2L, 3L), values(community.bans.after(owner, guild, 0, 3)));
        assertEquals(List.of(6L, 7L), values(community.bans.after(owner, guild, 5, 3)));
        assertEquals(List.of(3L, 4L, 5L), values(community.bans.before(owner, guild, 6, 3)));
    }

    @Test
    void terms_have_bounds() {
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> new Bans.Terms(Bans.PURGE_MAX_S + 1)));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> new Bans.Terms(-1)));
    }

    private static List<Long> values(List<Ban> bans) {
        return bans.stream().map(it -> it.user().value()).toList();
    }
}
