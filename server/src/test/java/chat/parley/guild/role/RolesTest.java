package chat.parley.guild.role;

import static chat.parley.testing.Community.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.guild.Role;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import chat.parley.testing.Community;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Roles and who may change them.
final class RolesTest {
    private final Community community = new Community();
    private final Caller owner = community.person("owner");
    private final GuildId guild = community.guild(owner);
    private final Caller bob = community.member(guild, "bob");

    @BeforeEach
    void fresh() {
        community.events.clear();
    }

    @AfterEach
    void close() {
        community.close();
    }

    @Test
    void a_new_role_stands_above_everyone_and_below_the_others() {
        var first = community.role(owner, guild, "first");
        var second = community.role(owner, guild, "second");
        assertEquals(List.of("@everyone", "second", "first"), names());
        assertEquals(List.of(0, 1, 2), positions());
        assertEquals(1, second.position());
        assertEquals(
                new RoleId(guild.value()),
                community.guilds.snapshot(guild).roles().everyone().id());
        assertEquals(2, position(first.id()));
    }

    @Test
    void who_manages_roles_touches_only_those_below_their_highest() {
        var low = community.role(owner, guild, "low");
        var managers = moved(community.role(owner, guild, "managers", Permission.MANAGE_ROLES), 2);
        var high = moved(community.role(owner, guild, "high"), 3);
        community.give(owner, guild, bob, managers.id());
        assertEquals(List.of("@everyone", "low", "managers", "high"), names());

        community.roles.edit(bob, guild, low.id(), it -> it.shown("lower", 5, true, true));
        assertNotAllowed(() -> community.roles.edit(bob, guild, managers.id(), it -> it.shown("x", 0, true, true)));
        assertNotAllowed(() -> community.roles.edit(bob, guild, high.id(), it -> it.shown("x", 0, true, true)));
        assertNotAllowed(() -> community.roles.delete(bob, guild, managers.id()));
        assertNotAllowed(() -> community.roles.arrange(bob, guild, Map.of(low.id(), 2)));
        assertNotAllowed(() -> community.roles.arrange(bob, guild, Map.of(managers.id(), 3)));
        assertNotAllowed(() -> community.give(bob, guild, bob, high.id()));
        assertNotAllowed(() -> community.members.take(bob, guild, bob.id(), managers.id()));
    }

    @Test
    void naming_roles_above_without_moving_them_is_no_breach() {
        var low = community.role(owner, guild, "low");
        var lower = community.role(owner, guild, "lower");
        var managers = moved(community.role(owner, guild, "managers", Permission.MANAGE_ROLES), 3);
        community.give(owner, guild, bob, managers.id());
        community.roles.arrange(
                bob, guild, Map.of(new RoleId(guild.value()), 0, low.id(), 1, lower.id(), 2, managers.id(), 3));
        assertEquals(List.of("@everyone", "low", "lower", "managers"), names());
    }

    @Test
    void nobody_grants_or_takes_away_what_they_lack() {
        var low = community.role(owner, guild, "low", Permission.BAN_MEMBERS);
        var managers =
                moved(community.role(owner, guild, "managers", Permission.MANAGE_ROLES, Permission.KICK_MEMBERS), 2);
        community.give(owner, guild, bob, managers.id());

        assertEquals(
                new Refusal.Forbidden("ADMINISTRATOR"),
                refusal(() -> community.role(bob, guild, "mine", Permission.ADMINISTRATOR)));
        assertEquals(
                new Refusal.Forbidden("BAN_MEMBERS"),
                refusal(() -> community.roles.edit(bob, guild, low.id(), it -> it.granting(0))));
        var granted = community.roles.edit(
                bob, guild, low.id(), it -> it.granting(it.permissions() | Permission.KICK_MEMBERS.bit()));
        assertTrue(Permission.KICK_MEMBERS.in(granted.permissions()));
        assertEquals(
                Permission.KICK_MEMBERS.bit(),
                community.role(bob, guild, "kick", Permission.KICK_MEMBERS).permissions());
        assertNotAllowed(() -> community.give(bob, guild, bob, low.id()));
    }

    @Test
    void everyone_is_neither_renamed_moved_nor_deleted() {
        var everyone = new RoleId(guild.value());
        assertNotAllowed(() -> community.roles.delete(owner, guild, everyone));
        assertNotAllowed(() -> community.roles.arrange(owner, guild, Map.of(everyone, 1)));
        assertInstanceOf(
                Refusal.Invalid.class,
                refusal(() -> community.roles.edit(owner, guild, everyone, it -> it.shown("all", 0, false, false))));
        assertNotAllowed(() -> community.give(owner, guild, bob, everyone));
    }

    @Test
    void a_deleted_role_is_taken_from_members_and_channels() {
        var role = community.role(owner, guild, "gone");
        var above = moved(community.role(owner, guild, "above"), 2);
        community.give(owner, guild, bob, role.id());
        var general = community.channel(guild, "general").id();
        var overwrite = new Overwrite(Overwrite.Kind.ROLE, role.id().value(), 0, Permission.SEND_MESSAGES.bit());
        community.overwrites.put(owner, general, overwrite);
        assertEquals(false, may(bob, Permission.SEND_MESSAGES));

        community.roles.delete(owner, guild, role.id());
        assertEquals(true, may(bob, Permission.SEND_MESSAGES));
        assertEquals(List.of(), community.channel(guild, "general").overwrites());
        assertEquals(1, position(above.id()));
        var after = community.restarted();
        assertEquals(List.of(), after.guilds.of(bob, guild).self().roles());
        assertEquals(List.of(), after.channel(guild, "general").overwrites());
    }

    @Test
    void names_and_unknown_bits_are_checked() {
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> community.role(owner, guild, "")));
        assertInstanceOf(Refusal.Invalid.class, refusal(() -> community.role(owner, guild, "x".repeat(101))));
        var odd = community.roles.create(owner, guild, it -> it.granting(Long.MAX_VALUE));
        assertEquals(Permissions.ALL, odd.permissions());
        assertEquals(
                new Refusal.Unknown(Thing.ROLE),
                refusal(() -> community.roles.edit(owner, guild, new RoleId(5), it -> it)));
        assertEquals(new Refusal.Forbidden("MANAGE_ROLES"), refusal(() -> community.role(bob, guild, "mine")));
    }

    @Test
    void a_permission_that_is_taken_away_is_gone_at_once() {
        assertEquals(true, may(bob, Permission.SEND_MESSAGES));
        community.everyoneMay(owner, guild, Permission.VIEW_CHANNEL);
        assertEquals(false, may(bob, Permission.SEND_MESSAGES));
    }

    private boolean may(Caller who, Permission permission) {
        return community
                .channels
                .seenBy(who, community.channel(guild, "general").id())
                .may(permission);
    }

    private Role moved(Role role, int position) {
        community.roles.arrange(owner, guild, Map.of(role.id(), position));
        return role;
    }

    private List<String> names() {
        return community.guilds.snapshot(guild).roles().list().stream()
                .map(Role::name)
                .toList();
    }

    private List<Integer> positions() {
        return community.guilds.snapshot(guild).roles().list().stream()
                .map(Role::position)
                .toList();
    }

    private int position(RoleId id) {
        return community.guilds.of(owner, guild).role(id).position();
    }

    private static void assertNotAllowed(Executable action) {
        assertInstanceOf(Refusal.NotAllowed.class, refusal(action));
    }
}
