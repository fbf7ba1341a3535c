package chat.parley.channel.invite;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.guild.member.Bans;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Invites let in whom they should, and nobody else.
final class InvitesTest {
    private static final InviteTerms ONCE = new InviteTerms(0, 1, false, true);

    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final ChannelId general = community.channel(guild, "general").id();
    private final Caller bob = community.person("bob");

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void who_accepts_an_invite_is_a_member() {
        var invite = community.invites.create(owner, general, InviteTerms.USUAL);
        community.invites.accept(bob, invite.code());
        assertEquals(1, community.guilds.ofMember(bob.id()).size());
        assertEquals(1, community.invites.of(invite.code()).uses());
        community.invites.accept(bob, invite.code());
        assertEquals(1, community.invites.of(invite.code()).uses(), "a member uses nothing up");
        assertTrue(community.restarted().guilds.of(bob, guild).self().roles().isEmpty());
    }

    @Test
    void an_expired_or_used_up_invite_is_unknown() {
        var hour = community.invites.create(owner, general, new InviteTerms(3_600, 0, false, true));
        var once = community.invites.create(owner, general, ONCE);
        assertTrue(community.invites.valid(hour.code()));
        community.clock.pass(Duration.ofHours(1));
        assertFalse(community.invites.valid(hour.code()));
        assertUnknown(bob, hour.code());
        community.invites.accept(bob, once.code());
        assertUnknown(community.person("eve"), once.code());
        assertUnknown(bob, "no-such-code");
    }

    @Test
    void an_invite_for_one_lets_in_one_of_many_who_come_together() throws Exception {
        var invite = community.invites.create(owner, general, new InviteTerms(0, 3, false, true));
        var calls = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 12; i++) {
            var person = community.person("person" + i);
            calls.add(() -> accepted(person, invite.code()));
        }
        int joined = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome : threads.invokeAll(calls)) {
                joined += outcome.get() ? 1 : 0;
            }
        }
        assertEquals(3, joined);
        assertEquals(4, community.guilds.snapshot(guild).members().size());
        assertEquals(4, community.restarted().guilds.snapshot(guild).members().size());
    }

    @Test
    void the_banned_use_nothing_up() {
        var invite = community.invites.create(owner, general, ONCE);
        community.bans.ban(owner, guild, bob.id(), new Bans.Terms(0));
        assertEquals(new Refusal.Banned(), refusal(() -> community.invites.accept(bob, invite.code())));
        assertEquals(0, community.invites.of(invite.code()).uses());
    }

    @Test
    void the_same_terms_give_the_same_code_unless_it_shall_be_unique() {
        var first = community.invites.create(owner, general, InviteTerms.USUAL);
        assertEquals(first, community.invites.create(owner, general, InviteTerms.USUAL));
        var unique = new InviteTerms(first.maxAgeS(), 0, false, true);
        assertNotEquals(
                first.code(), community.invites.create(owner, general, unique).code());
        assertEquals(2, community.invites.in(owner, guild).size());
        assertEquals(2, community.invites.in(owner, general).size());
    }

    @Test
    void inviting_needs_a_permission_in_a_channel_that_one_sees() {
        community.join(bob, guild);
        var denied = new Overwrite(Overwrite.Kind.MEMBER, bob.id().value(), 0, Permission.CREATE_INSTANT_INVITE.bit());
        community.overwrites.put(owner, general, denied);
        assertEquals(
                new Refusal.Forbidden("CREATE_INSTANT_INVITE"),
                refusal(() -> community.invites.create(bob, general, InviteTerms.USUAL)));
        assertEquals(new Refusal.Forbidden("MANAGE_GUILD"), refusal(() -> community.invites.in(bob, guild)));
        assertEquals(new Refusal.Forbidden("MANAGE_CHANNELS"), refusal(() -> community.invites.in(bob, general)));
    }

    @Test
    void its_maker_and_managers_take_an_invite_back() {
        community.join(bob, guild);
        var eve = community.member(guild, "eve");
        var bobs = community.invites.create(bob, general, InviteTerms.USUAL);
        assertInstanceOf(Refusal.Forbidden.class, refusal(() -> community.invites.delete(eve, bobs.code())));
        community.invites.delete(bob, bobs.code());
        assertUnknown(eve, bobs.code());
        var again = community.invites.create(bob, general, InviteTerms.USUAL);
        community.invites.delete(owner, again.code());
        assertEquals(List.of(), community.invites.in(owner, guild));
    }

    @Test
    void an_invite_goes_with_its_channel() {
        var invite = community.invites.create(owner, general, InviteTerms.USUAL);
        community.layout.remove(owner, general);
        assertUnknown(bob, invite.code());
    }

    @Test
    void a_visit_ends_when_the_visitor_goes_offline_unless_a_role_was_given() {
        var temporary = new InviteTerms(0, 0, true, false);
        var invite = community.invites.create(owner, general, temporary);
        community.invites.accept(bob, invite.code());
        var eve = community.person("eve");
        community.invites.accept(eve, invite.code());
        var role = community.role(owner, guild, "regulars");
        community.give(owner, guild, eve, role.id());
        var again = community.restarted();
        again.membership.endVisits(bob.id());
        again.membership.endVisits(eve.id());
        again.membership.endVisits(owner.id());
        assertEquals(List.of(), again.guilds.ofMember(bob.id()));
        assertEquals(2, again.guilds.snapshot(guild).members().size());
    }

    @Test
    void text_that_is_no_code_is_an_unknown_invite() {
        assertUnknown(bob, "\0");
        assertUnknown(bob, "x".repeat(10_000));
        assertFalse(community.invites.valid("'; DROP TABLE invites"));
    }

    @Test
    void terms_have_bounds() {
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> new InviteTerms(-1, 0, false, false)));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> new InviteTerms(0, 101, false, false)));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> new InviteTerms(604_801, 0, false, false)));
    }

    private boolean accepted(Caller person, String code) {
        try {
            community.invites.accept(person, code);
            return true;
        } catch (Refused usedUp) {
            return false;
        }
    }

    private void assertUnknown(Caller caller, String code) {
        assertEquals(new Refusal.Unknown(Thing.INVITE), refusal(() -> community.invites.accept(caller, code)));
    }
}
