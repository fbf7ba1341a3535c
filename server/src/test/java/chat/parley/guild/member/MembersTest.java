package chat.parley.guild.member;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Members: finding them, naming them, silencing them, sending them away.
final class MembersTest {
    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller moderator = community.member(guild, "moderator");
    private final Caller bob = community.member(guild, "bob");

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void members_are_listed_in_pages_in_the_order_of_ids() {
        var all = community.members.page(bob, guild, 0, 10);
        assertEquals(List.of(owner.id(), moderator.id(), bob.id()), users(all));
        assertEquals(
                List.of(bob.id()),
                users(community.members.page(bob, guild, moderator.id().value(), 10)));
        assertEquals(1, community.members.page(bob, guild, 0, 1).size());
    }

    @Test
    void members_are_found_by_the_beginning_of_any_of_their_names() {
        community.members.edit(owner, guild, bob.id(), it -> it.named("Moritz"));
        assertEquals(List.of(moderator.id(), bob.id()), users(community.members.search(owner, guild, "MO", 10)));
        assertEquals(List.of(bob.id()), users(community.members.search(owner, guild, "bo", 10)));
        assertEquals(List.of(moderator.id()), users(community.members.search(owner, guild, "mo", 1)));
        assertEquals(List.of(), community.members.search(owner, guild, "zz", 10));
    }

    @Test
    void people_name_themselves_and_moderators_those_below() {
        community.members.edit(bob, guild, bob.id(), it -> it.named(" Bobby "));
        assertEquals("Bobby", nick(bob));
        assertEquals(
                new Refusal.Forbidden("MANAGE_NICKNAMES"),
                refusal(() -> community.members.edit(bob, guild, moderator.id(), it -> it.named("x"))));
        empower(Permission.MANAGE_NICKNAMES);
        community.members.edit(moderator, guild, bob.id(), it -> it.named(null));
        assertNull(nick(bob));
        assertNotAllowed(() -> community.members.edit(moderator, guild, owner.id(), it -> it.named("x")));
        assertInstanceOf(
                Refusal.Invalid.class,
                refusal(() -> community.members.edit(bob, guild, bob.id(), it -> it.named("x".repeat(33)))));
        community.everyoneMay(owner, guild, Permission.VIEW_CHANNEL);
        assertEquals(
                new Refusal.Forbidden("CHANGE_NICKNAME"),
                refusal(() -> community.members.edit(bob, guild, bob.id(), it -> it.named("x"))));
    }

    @Test
    void who_is_timed_out_only_reads_until_it_ends() {
        empower(Permission.MODERATE_MEMBERS);
        var until = community.clock.instant().plus(Duration.ofHours(1));
        community.members.edit(moderator, guild, bob.id(), it -> it.silencedUntil(until));
        assertFalse(may(bob, Permission.SEND_MESSAGES));
        assertFalse(community.guilds.of(bob, guild).may(Permission.CREATE_INSTANT_INVITE));
        assertTrue(may(bob, Permission.READ_MESSAGE_HISTORY));
        assertFalse(community.restarted().guilds.of(bob, guild).may(Permission.SEND_MESSAGES));
        community.clock.pass(Duration.ofHours(1));
        assertTrue(may(bob, Permission.SEND_MESSAGES));
    }

    @Test
    void neither_superiors_nor_administrators_are_timed_out_nor_anybody_for_ever() {
        empower(Permission.MODERATE_MEMBERS);
        var until = community.clock.instant().plus(Duration.ofDays(28));
        assertNotAllowed(() -> silence(moderator, owner, until));
        assertNotAllowed(() -> silence(moderator, moderator, until));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> silence(moderator, bob, until.plusSeconds(1))));
        var admins = community.role(owner, guild, "admins", Permission.ADMINISTRATOR);
        community.give(owner, guild, bob, admins.id());
        assertNotAllowed(() -> silence(owner, bob, until));
        assertEquals(new Refusal.Forbidden("MODERATE_MEMBERS"), refusal(() -> {
            var eve = community.member(guild, "eve");
            silence(eve, bob, until);
        }));
    }

    @Test
    void only_those_below_are_kicked() {
        assertEquals(
                new Refusal.Forbidden("KICK_MEMBERS"),
                refusal(() -> community.membership.kick(bob, guild, moderator.id())));
        empower(Permission.KICK_MEMBERS);
        assertNotAllowed(() -> community.membership.kick(moderator, guild, owner.id()));
        assertNotAllowed(() -> community.membership.kick(moderator, guild, moderator.id()));
        community.membership.kick(moderator, guild, bob.id());
        assertEquals(List.of(), community.guilds.ofMember(bob.id()));
        assertEquals(List.of(), community.restarted().guilds.ofMember(bob.id()));
        assertTrue(community.events.contains(new GuildEvent.MemberLeft(guild, bob.id())));
        community.join(bob, guild);
        assertEquals(1, community.guilds.ofMember(bob.id()).size());
    }

    @Test
    void roles_are_set_together_within_the_rules() {
        var low = community.role(owner, guild, "low");
        empower(Permission.MANAGE_ROLES);
        community.members.edit(moderator, guild, bob.id(), it -> it.with(List.of(low.id())));
        assertEquals(List.of(low.id()), community.guilds.of(bob, guild).self().roles());
        long epoch = community.viewers.epoch(guild);
        community.give(moderator, guild, bob, low.id());
        assertEquals(epoch, community.viewers.epoch(guild), "what is held already is no change");
        community.members.take(moderator, guild, bob.id(), low.id());
        assertTrue(community.viewers.epoch(guild) > epoch);
        assertEquals(
                List.of(), community.restarted().guilds.of(bob, guild).self().roles());
    }

    @Test
    void a_nickname_is_no_change_of_the_rules() {
        long epoch = community.viewers.epoch(guild);
        community.members.edit(bob, guild, bob.id(), it -> it.named("Bobby"));
        assertEquals(epoch, community.viewers.epoch(guild));
    }

    private void empower(Permission permission) {
        var role = community.role(owner, guild, "moderators", permission);
        community.roles.arrange(owner, guild, Map.of(role.id(), 99));
        community.give(owner, guild, moderator, role.id());
    }

    private void silence(Caller by, Caller whom, Instant until) {
        community.members.edit(by, guild, whom.id(), it -> it.silencedUntil(until));
    }

    private boolean may(Caller who, Permission permission) {
        return community
                .channels
                .seenBy(who, community.channel(guild, "general").id())
                .may(permission);
    }

    private @Nullable String nick(Caller who) {
        return community.guilds.of(who, guild).self().nick();
    }

    private static List<?> users(List<Member> members) {
        return members.stream().map(Member::user).toList();
    }

    private static void assertNotAllowed(Executable action) {
        assertInstanceOf(Refusal.NotAllowed.class, refusal(action));
    }
}
