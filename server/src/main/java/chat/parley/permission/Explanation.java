package chat.parley.permission;

import chat.parley.permission.Verdict.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Why somebody may do what they may, one permission at a time. It follows the same rules as [Permissions], which
/// answer faster and say nothing; a property test holds the two together.
public final class Explanation {
    private final Map<Permission, Verdict> verdicts = new EnumMap<>(Permission.class);

    private Explanation() {}

    /// @param silenced why they may only read: `TIMED_OUT` or `PENDING`; absent when they may more
    /// @param everyone id of the role `@everyone`
    /// @param everyones bits of that role
    /// @param held bits of every other role held, by id
    public record Subject(
            long user, boolean owner, @Nullable Reason silenced, long everyone, long everyones, Map<Long, Long> held) {}

    /// A channel.
    public record Place(List<Overwrite> overwrites, boolean voice) {}

    /// Every permission, in the order of the bits.
    ///
    /// @param place absent for the guild as a whole
    public static List<Verdict> of(Subject subject, @Nullable Place place) {
        var explanation = new Explanation();
        if (subject.owner()) {
            explanation.all(Reason.OWNER, List.of());
        } else {
            explanation.explain(subject, place);
        }
        return List.copyOf(explanation.verdicts.values());
    }

    private void explain(Subject subject, @Nullable Place place) {
        for (var permission : Permission.values()) {
            granted(subject, permission);
        }
        if (allowed(Permission.ADMINISTRATOR)) {
            all(Reason.ADMINISTRATOR, verdict(Permission.ADMINISTRATOR).roles());
            return;
        }
        if (place != null) {
            overwritten(subject, place);
            withoutTheMeaningless(place.voice());
        }
        if (subject.silenced() != null) {
            withhold(~Permissions.WHILE_TIMED_OUT, subject.silenced());
        }
    }

    private void granted(Subject subject, Permission permission) {
        var granting = new ArrayList<Long>();
        subject.held().forEach((role, bits) -> {
            if (permission.in(bits)) {
                granting.add(role);
            }
        });
        if (permission.in(subject.everyones())) {
            put(permission, true, Reason.EVERYONE, List.of(subject.everyone()));
        } else {
            put(permission, !granting.isEmpty(), granting.isEmpty() ? Reason.NOT_GRANTED : Reason.ROLE, granting);
        }
    }

    private void overwritten(Subject subject, Place place) {
        for (var permission : Permission.values()) {
            if (permission == Permission.ADMINISTRATOR) {
                continue;
            }
            var everyones = place.overwrites().stream()
                    .filter(it -> it.kind() == Overwrite.Kind.ROLE && it.target() == subject.everyone())
                    .toList();
            var roles = place.overwrites().stream()
                    .filter(it -> it.kind() == Overwrite.Kind.ROLE && holds(subject, it.target()))
                    .toList();
            var own = place.overwrites().stream()
                    .filter(it -> it.kind() == Overwrite.Kind.MEMBER && it.target() == subject.user())
                    .toList();
            decide(permission, everyones, Reason.OVERWRITE_EVERYONE);
            decide(permission, roles, Reason.OVERWRITE_ROLE);
            decide(permission, own, Reason.OVERWRITE_MEMBER);
        }
    }

    private static boolean holds(Subject subject, long role) {
        return role != subject.everyone() && subject.held().containsKey(role);
    }

    /// Together they deny, then together they allow.
    private void decide(Permission permission, List<Overwrite> overwrites, Reason reason) {
        var allowing = targets(
                overwrites.stream().filter(it -> permission.in(it.allow())).toList());
        var denying = targets(
                overwrites.stream().filter(it -> permission.in(it.deny())).toList());
        if (!allowing.isEmpty()) {
            put(permission, true, reason, allowing);
        } else if (!denying.isEmpty()) {
            put(permission, false, reason, denying);
        }
    }

    private static List<Long> targets(List<Overwrite> overwrites) {
        return overwrites.stream().map(Overwrite::target).toList();
    }

    private void withoutTheMeaningless(boolean voice) {
        if (!allowed(Permission.VIEW_CHANNEL)) {
            withhold(~0L, Reason.NEEDS_VIEW);
            return;
        }
        if (!allowed(Permission.SEND_MESSAGES)) {
            withhold(Permissions.NEEDS_SENDING, Reason.NEEDS_SENDING);
        }
        if (voice && !allowed(Permission.CONNECT)) {
            withhold(Permissions.NEEDS_CONNECTING, Reason.NEEDS_CONNECTING);
        }
    }

    private void withhold(long bits, Reason reason) {
        for (var verdict : Set.copyOf(verdicts.values())) {
            if (verdict.allowed() && verdict.permission().in(bits)) {
                put(verdict.permission(), false, reason, List.of());
            }
        }
    }

    private void all(Reason reason, List<Long> roles) {
        for (var permission : Permission.values()) {
            put(permission, true, reason, roles);
        }
    }

    private boolean allowed(Permission permission) {
        return verdict(permission).allowed();
    }

    private Verdict verdict(Permission permission) {
        var verdict = verdicts.get(permission);
        if (verdict == null) {
            throw new IllegalStateException(permission + " was not looked at");
        }
        return verdict;
    }

    private void put(Permission permission, boolean allowed, Reason reason, List<Long> roles) {
        verdicts.put(permission, new Verdict(permission, allowed, reason, roles));
    }
}
