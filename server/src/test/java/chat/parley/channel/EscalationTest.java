package chat.parley.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.refusal.Refused;
import chat.parley.permission.Overwrite;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import chat.parley.testing.Community;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Somebody who tries everything that the rules let them try never ends up with a permission that they were not
/// given: not in the guild by roles, and not in a channel by overwrites.
final class EscalationTest {
    private static final int GUILDS = 6;
    private static final int ATTEMPTS = 120;

    @Test
    void no_sequence_of_role_changes_gives_somebody_more_than_they_had() {
        try (var community = new Community()) {
            for (int seed = 0; seed < GUILDS; seed++) {
                var random = new Random(seed);
                var owner = community.person("owner" + seed);
                var guild = community.guild(owner);
                var eve = climber(community, owner, guild, "eve" + seed, random);
                long had = community.guilds.of(eve, guild).bits();
                int done = 0;
                for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                    done += tried(() -> touchRoles(community, guild, eve, random));
                    long has = community.guilds.of(eve, guild).bits();
                    assertEquals(0, has & ~had, "seed " + seed + ", attempt " + attempt);
                    had = has;
                }
                assertTrue(done > 0, "something was allowed");
            }
        }
    }

    @Test
    void no_sequence_of_overwrites_gives_somebody_more_than_they_had() {
        try (var community = new Community()) {
            for (int seed = 0; seed < GUILDS; seed++) {
                var random = new Random(seed);
                var owner = community.person("owner" + seed);
                var guild = community.guild(owner);
                var eve = climber(community, owner, guild, "eve" + seed, random);
                var channel = community.channel(guild, "general").id();
                for (int i = 0; i < 4; i++) {
                    community.overwrites.put(owner, channel, overwrite(community, guild, eve, random));
                }
                long had = community.viewers.permissions(eve.id(), channel);
                for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                    tried(() -> touchOverwrites(community, guild, eve, channel, random));
                    long has = community.viewers.permissions(eve.id(), channel);
                    assertEquals(0, has & ~had, "seed " + seed + ", attempt " + attempt);
                    had = has;
                }
            }
        }
    }

    /// A guild of eight roles with random powers; somebody holds two of the middle, one of which manages roles.
    private static Caller climber(Community community, Caller owner, GuildId guild, String name, Random random) {
        var eve = community.member(guild, name);
        for (int i = 0; i < 8; i++) {
            community.roles.create(owner, guild, it -> it.granting(bits(random)));
        }
        var roles = community.guilds.snapshot(guild).roles().list();
        var middle = roles.get(5);
        community.roles.edit(
                owner,
                guild,
                middle.id(),
                it -> it.granting(Permission.MANAGE_ROLES.bit() | (bits(random) & ~Permission.ADMINISTRATOR.bit())));
        community.give(owner, guild, eve, middle.id());
        var lower = roles.get(2);
        community.roles.edit(
                owner, guild, lower.id(), it -> it.granting(it.permissions() & ~Permission.ADMINISTRATOR.bit()));
        community.give(owner, guild, eve, lower.id());
        return eve;
    }

    private static void touchRoles(Community community, GuildId guild, Caller eve, Random random) {
        var role = role(community, guild, random);
        switch (random.nextInt(6)) {
            case 0 -> community.roles.create(eve, guild, it -> it.granting(bits(random)));
            case 1 -> community.roles.edit(eve, guild, role, it -> it.granting(it.permissions() ^ bit(random)));
            case 2 -> community.roles.arrange(eve, guild, Map.of(role, random.nextInt(9)));
            case 3 -> community.give(eve, guild, eve, role);
            case 4 -> community.members.take(eve, guild, eve.id(), role);
            default -> community.roles.delete(eve, guild, role);
        }
    }

    private static void touchOverwrites(
            Community community, GuildId guild, Caller eve, ChannelId channel, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> community.overwrites.put(eve, channel, overwrite(community, guild, eve, random));
            case 1 -> community.overwrites.remove(eve, channel, target(community, guild, eve, random));
            case 2 -> community.layout.change(eve, channel, it -> it.with(List.of()));
            default -> {
                long target = target(community, guild, eve, random);
                var kind = target == eve.id().value() ? Overwrite.Kind.MEMBER : Overwrite.Kind.ROLE;
                community.overwrites.put(eve, channel, new Overwrite(kind, target, bit(random), 0));
            }
        }
    }

    private static Overwrite overwrite(Community community, GuildId guild, Caller eve, Random random) {
        long target = target(community, guild, eve, random);
        var kind = target == eve.id().value() ? Overwrite.Kind.MEMBER : Overwrite.Kind.ROLE;
        long allow = bit(random);
        allow |= bit(random);
        // Denying these would end the test before it began.
        long deny = bit(random) & ~allow & ~Permissions.bits(Permission.VIEW_CHANNEL, Permission.MANAGE_ROLES);
        return new Overwrite(kind, target, allow, deny);
    }

    private static long target(Community community, GuildId guild, Caller eve, Random random) {
        return random.nextInt(3) == 0
                ? eve.id().value()
                : role(community, guild, random).value();
    }

    private static RoleId role(Community community, GuildId guild, Random random) {
        var roles = community.guilds.snapshot(guild).roles().list();
        return roles.get(random.nextInt(roles.size())).id();
    }

    private static long bit(Random random) {
        var all = Permission.values();
        return all[random.nextInt(all.length)].bit();
    }

    private static long bits(Random random) {
        long half = random.nextLong();
        return half & random.nextLong() & Permissions.ALL;
    }

    private static int tried(Runnable attempt) {
        try {
            attempt.run();
            return 1;
        } catch (Refused refused) {
            return 0;
        }
    }
}
