package chat.parley.channel;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Overwrite.Kind;
import chat.parley.permission.Permission;
import chat.parley.testing.Community;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Overwrites, and who sees what because of them.
final class OverwritesTest {
    private static final long VIEW = Permission.VIEW_CHANNEL.bit();
    private static final long SEND = Permission.SEND_MESSAGES.bit();

    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller bob = community.member(guild, "bob");
    private final Caller eve = community.member(guild, "eve");
    private final ChannelId general = community.channel(guild, "general").id();

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void a_channel_is_hidden_from_everyone_and_shown_to_one() {
        var before = community.viewers.of(guild);
        community.overwrites.put(owner, general, new Overwrite(Kind.ROLE, guild.value(), 0, VIEW));
        community.overwrites.put(
                owner, general, new Overwrite(Kind.MEMBER, bob.id().value(), VIEW, 0));
        assertTrue(community.viewers.canView(bob.id(), general));
        assertFalse(community.viewers.canView(eve.id(), general));
        assertTrue(community.viewers.canView(owner.id(), general));
        assertEquals(new Refusal.NoAccess(), refusal(() -> community.channels.seenBy(eve, general)));

        var after = community.viewers.of(guild);
        assertTrue(after.epoch() > before.epoch());
        assertTrue(before.canView(eve.id(), general), "a view that was taken before does not change");
        assertEquals(
                before.visibleTo(bob.id()).size(), after.visibleTo(bob.id()).size());
        assertEquals(
                before.visibleTo(eve.id()).size() - 1, after.visibleTo(eve.id()).size());
        assertFalse(community.restarted().viewers.canView(eve.id(), general));
    }

    @Test
    void who_gets_a_role_sees_its_channels_at_once() {
        var insiders = community.role(owner, guild, "insiders");
        community.overwrites.put(owner, general, new Overwrite(Kind.ROLE, guild.value(), 0, VIEW));
        community.overwrites.put(
                owner, general, new Overwrite(Kind.ROLE, insiders.id().value(), VIEW, 0));
        assertFalse(community.viewers.canView(bob.id(), general));
        community.give(owner, guild, bob, insiders.id());
        assertTrue(community.viewers.canView(bob.id(), general));
        community.members.take(owner, guild, bob.id(), insiders.id());
        assertFalse(community.viewers.canView(bob.id(), general));
        community.membership.kick(owner, guild, eve.id());
        assertEquals(0, community.viewers.permissions(eve.id(), general));
    }

    @Test
    void nobody_sets_or_lifts_what_they_lack() {
        var manager = new Overwrite(Kind.MEMBER, bob.id().value(), Permission.MANAGE_ROLES.bit(), SEND);
        community.overwrites.put(owner, general, manager);
        assertEquals(
                new Refusal.Forbidden("MANAGE_MESSAGES"),
                refusal(() -> community.overwrites.put(
                        bob,
                        general,
                        new Overwrite(Kind.MEMBER, eve.id().value(), Permission.MANAGE_MESSAGES.bit(), 0))));
        assertEquals(
                new Refusal.Forbidden("SEND_MESSAGES"),
                refusal(() -> community.overwrites.remove(bob, general, bob.id().value())),
                "lifting one's own denial");
        community.overwrites.put(
                bob, general, new Overwrite(Kind.MEMBER, eve.id().value(), 0, VIEW));
        assertFalse(community.viewers.canView(eve.id(), general));
    }

    @Test
    void overwrites_need_a_permission_and_a_target() {
        var plain = new Overwrite(Kind.ROLE, guild.value(), 0, SEND);
        assertEquals(
                new Refusal.Forbidden("MANAGE_ROLES"), refusal(() -> community.overwrites.put(bob, general, plain)));
        assertEquals(
                new Refusal.Unknown(Thing.ROLE),
                refusal(() -> community.overwrites.put(owner, general, new Overwrite(Kind.ROLE, 5, 0, SEND))));
        assertEquals(
                new Refusal.Unknown(Thing.OVERWRITE), refusal(() -> community.overwrites.remove(owner, general, 5)));
        assertEquals(new Refusal.Forbidden("MANAGE_ROLES"), refusal(() -> {
            community.overwrites.put(
                    owner, general, new Overwrite(Kind.MEMBER, bob.id().value(), Permission.MANAGE_CHANNELS.bit(), 0));
            community.layout.change(bob, general, it -> it.with(List.of()));
        }));
    }
}
