package chat.parley.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.parley.permission.Explanation.Place;
import chat.parley.permission.Explanation.Subject;
import chat.parley.permission.Overwrite.Kind;
import chat.parley.permission.Verdict.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The explanation says what the resolver decides, and names what decided it.
final class ExplanationTest {
    private static final long EVERYONE = 1;
    private static final long RED = 2;
    private static final long BLUE = 3;
    private static final long ADA = 100;
    private static final long VIEW = Permission.VIEW_CHANNEL.bit();
    private static final long SEND = Permission.SEND_MESSAGES.bit();
    private static final int ROUNDS = 20_000;

    @Test
    void every_reason_is_named_with_its_roles() {
        var plain = new Subject(ADA, false, null, EVERYONE, VIEW, Map.of(RED, SEND, BLUE, 0L));
        assertEquals(verdict(Permission.VIEW_CHANNEL, true, Reason.EVERYONE, EVERYONE), in(plain, null, VIEW));
        assertEquals(verdict(Permission.SEND_MESSAGES, true, Reason.ROLE, RED), in(plain, null, SEND));
        assertEquals(
                verdict(Permission.KICK_MEMBERS, false, Reason.NOT_GRANTED),
                in(plain, null, Permission.KICK_MEMBERS.bit()));

        var denied = new Place(List.of(new Overwrite(Kind.ROLE, BLUE, 0, SEND)), false);
        assertEquals(verdict(Permission.SEND_MESSAGES, false, Reason.OVERWRITE_ROLE, BLUE), in(plain, denied, SEND));
        var hidden = new Place(List.of(new Overwrite(Kind.ROLE, EVERYONE, 0, VIEW)), false);
        assertEquals(
                verdict(Permission.VIEW_CHANNEL, false, Reason.OVERWRITE_EVERYONE, EVERYONE), in(plain, hidden, VIEW));
        assertEquals(verdict(Permission.SEND_MESSAGES, false, Reason.NEEDS_VIEW), in(plain, hidden, SEND));
        var own = new Place(List.of(new Overwrite(Kind.MEMBER, ADA, 0, SEND)), false);
        assertEquals(verdict(Permission.SEND_MESSAGES, false, Reason.OVERWRITE_MEMBER, ADA), in(plain, own, SEND));

        var silent = new Subject(ADA, false, Reason.TIMED_OUT, EVERYONE, VIEW | SEND, Map.of());
        assertEquals(verdict(Permission.SEND_MESSAGES, false, Reason.TIMED_OUT), in(silent, null, SEND));
        assertEquals(verdict(Permission.VIEW_CHANNEL, true, Reason.EVERYONE, EVERYONE), in(silent, null, VIEW));

        var admin = new Subject(ADA, false, Reason.TIMED_OUT, EVERYONE, 0, Map.of(RED, Permission.ADMINISTRATOR.bit()));
        assertEquals(verdict(Permission.SEND_MESSAGES, true, Reason.ADMINISTRATOR, RED), in(admin, hidden, SEND));
        var owner = new Subject(ADA, true, null, EVERYONE, 0, Map.of());
        assertEquals(verdict(Permission.SEND_MESSAGES, true, Reason.OWNER), in(owner, hidden, SEND));
    }

    @Test
    void it_agrees_with_the_resolver_whatever_the_rules() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var held = new HashMap<Long, Long>();
            for (long role = RED; role < RED + random.nextInt(4); role++) {
                held.put(role, bits(random));
            }
            var subject = new Subject(
                    ADA,
                    random.nextInt(20) == 0,
                    random.nextInt(4) == 0 ? Reason.PENDING : null,
                    EVERYONE,
                    bits(random),
                    held);
            var overwrites = new ArrayList<Overwrite>();
            for (long target : List.of(EVERYONE, RED, BLUE, 4L, 5L)) {
                if (random.nextInt(3) == 0) {
                    overwrites.add(new Overwrite(Kind.ROLE, target, bits(random), bits(random)));
                }
            }
            if (random.nextInt(3) == 0) {
                overwrites.add(new Overwrite(Kind.MEMBER, ADA, bits(random), bits(random)));
            }
            var place = random.nextInt(5) == 0 ? null : new Place(overwrites, random.nextBoolean());
            long told = 0;
            for (var verdict : Explanation.of(subject, place)) {
                told |= verdict.allowed() ? verdict.permission().bit() : 0;
            }
            assertEquals(resolved(subject, place), told, "seed " + seed);
        }
    }

    private static long resolved(Subject subject, @Nullable Place place) {
        long granted = subject.held().values().stream().reduce(0L, (a, b) -> a | b);
        long inGuild = subject.owner() ? Permissions.ALL : Permissions.inGuild(subject.everyones(), granted);
        long bits = place == null || subject.owner()
                ? inGuild
                : Permissions.inChannel(
                        inGuild,
                        place.overwrites(),
                        EVERYONE,
                        subject.held()::containsKey,
                        subject.user(),
                        place.voice());
        return subject.silenced() != null ? Permissions.whileTimedOut(bits) : bits;
    }

    private static long bits(Random random) {
        long sparse = random.nextLong();
        long bits = sparse & random.nextLong() & Permissions.ALL;
        return random.nextInt(10) == 0 ? bits : bits & ~Permission.ADMINISTRATOR.bit();
    }

    private static Verdict in(Subject subject, @Nullable Place place, long bit) {
        return Explanation.of(subject, place).stream()
                .filter(it -> it.permission().bit() == bit)
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(Permission permission, boolean allowed, Reason reason, Long... roles) {
        return new Verdict(permission, allowed, reason, List.of(roles));
    }
}
