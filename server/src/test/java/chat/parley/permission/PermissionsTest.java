package chat.parley.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.permission.Overwrite.Kind;
import chat.parley.permission.SlowPermissions.HeldRole;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Permissions resolve as Discord's do.
final class PermissionsTest {
    private static final long EVERYONE = 1;
    private static final long RED = 2;
    private static final long BLUE = 3;
    private static final long ADA = 100;
    private static final long VIEW = Permission.VIEW_CHANNEL.bit();
    private static final long SEND = Permission.SEND_MESSAGES.bit();
    private static final int ROUNDS = 200_000;

    @Test
    void an_allow_of_one_role_wins_over_a_deny_of_another() {
        var overwrites = List.of(new Overwrite(Kind.ROLE, RED, 0, SEND), new Overwrite(Kind.ROLE, BLUE, SEND, 0));
        assertEquals(VIEW | SEND, inChannel(VIEW | SEND, overwrites, Set.of(RED, BLUE), false));
        assertEquals(VIEW, inChannel(VIEW | SEND, overwrites, Set.of(RED), false));
    }

    @Test
    void the_member_has_the_last_word_and_everyone_the_first() {
        var overwrites = List.of(
                new Overwrite(Kind.ROLE, EVERYONE, 0, VIEW | SEND),
                new Overwrite(Kind.ROLE, RED, VIEW | SEND, 0),
                new Overwrite(Kind.MEMBER, ADA, 0, SEND));
        assertEquals(VIEW, inChannel(VIEW | SEND, overwrites, Set.of(RED), false));
        assertEquals(0, inChannel(VIEW | SEND, overwrites, Set.of(), false));
    }

    @Test
    void who_may_not_see_a_channel_may_do_nothing_in_it() {
        long all = Permissions.ALL & ~Permission.ADMINISTRATOR.bit();
        var hidden = List.of(new Overwrite(Kind.ROLE, EVERYONE, 0, VIEW));
        assertEquals(0, inChannel(all, hidden, Set.of(), false));
        assertEquals(Permissions.ALL, inChannel(Permissions.ALL, hidden, Set.of(), false));
    }

    @Test
    void who_may_not_send_may_not_send_files_either() {
        long files = Permission.ATTACH_FILES.bit() | Permission.MENTION_EVERYONE.bit();
        assertEquals(VIEW, inChannel(VIEW | files, List.of(), Set.of(), false));
    }

    @Test
    void no_overwrite_makes_an_administrator() {
        var generous = List.of(new Overwrite(Kind.MEMBER, ADA, Permission.ADMINISTRATOR.bit(), 0));
        assertEquals(VIEW, inChannel(VIEW, generous, Set.of(), false));
    }

    @Test
    void who_is_timed_out_looks_and_reads_unless_they_administer() {
        long history = Permission.READ_MESSAGE_HISTORY.bit();
        assertEquals(VIEW | history, Permissions.whileTimedOut(Permissions.DEFAULT));
        assertEquals(VIEW, Permissions.whileTimedOut(VIEW | SEND));
        assertEquals(Permissions.ALL, Permissions.whileTimedOut(Permissions.ALL));
    }

    @Test
    void every_resolution_agrees_with_a_slow_one() {
        var random = new Random(20261121);
        for (int round = 0; round < ROUNDS; round++) {
            compare(random, "round " + round);
        }
    }

    /// A few roles, overwrites of held and of strange roles and members, bits that are mostly there.
    private static void compare(Random random, String round) {
        var held = new ArrayList<HeldRole>();
        var ids = new HashSet<Long>();
        long granted = 0;
        for (long id = 2; id < 2 + random.nextInt(4); id++) {
            long bits = bits(random);
            held.add(new HeldRole(id, SlowPermissions.named(bits)));
            ids.add(id);
            granted |= bits;
        }
        long everyone = bits(random);
        var slow = new SlowPermissions(EVERYONE, SlowPermissions.named(everyone), held, ADA, false);
        long inGuild = Permissions.inGuild(everyone, granted);
        assertEquals(slow.inGuild(), SlowPermissions.named(inGuild), round);

        var overwrites = overwrites(random);
        boolean voice = random.nextBoolean();
        long bits = Permissions.inChannel(inGuild, overwrites, EVERYONE, ids::contains, ADA, voice);
        assertEquals(slow.inChannel(overwrites, voice), SlowPermissions.named(bits), round);
        assertEquals(0, bits & ~Permissions.ALL, round);
    }

    private static List<Overwrite> overwrites(Random random) {
        var overwrites = new ArrayList<Overwrite>();
        for (long target = EVERYONE; target < 7; target++) {
            if (random.nextInt(3) > 0) {
                overwrites.add(overwrite(random, Kind.ROLE, target));
            }
        }
        for (long target = ADA; target < ADA + 2; target++) {
            if (random.nextInt(3) == 0) {
                overwrites.add(overwrite(random, Kind.MEMBER, target));
            }
        }
        return overwrites;
    }

    private static Overwrite overwrite(Random random, Kind kind, long target) {
        long allow = fewBits(random);
        return new Overwrite(kind, target, allow, fewBits(random) & ~allow);
    }

    private static long fewBits(Random random) {
        long half = bits(random);
        return half & bits(random);
    }

    /// Administrators are rare, or every case would be the same.
    private static long bits(Random random) {
        long bits = random.nextLong() & Permissions.ALL;
        return random.nextInt(20) == 0 ? bits : bits & ~Permission.ADMINISTRATOR.bit();
    }

    private static long inChannel(long inGuild, List<Overwrite> overwrites, Set<Long> roles, boolean voice) {
        return Permissions.inChannel(inGuild, overwrites, EVERYONE, roles::contains, ADA, voice);
    }
}
