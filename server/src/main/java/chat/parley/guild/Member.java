package chat.parley.guild;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A user's place in a guild.
///
/// @param roles without `@everyone`, in the order of their ids
/// @param timeoutUntil may only read until then
/// @param temporary joined for a while: leaves when they go offline, unless a role was given
/// @param look what they show of themselves here
public record Member(
        UserId user,
        @Nullable String nick,
        List<RoleId> roles,
        Instant joinedAt,
        @Nullable Instant timeoutUntil,
        boolean temporary,
        Look look) {

    /// Hashes of the pictures that somebody has in this guild alone; absent means as everywhere.
    public record Look(@Nullable String avatar, @Nullable String banner) {
        public static final Look USUAL = new Look(null, null);
    }

    public Member {
        roles = inOrder(roles) ? List.copyOf(roles) : List.copyOf(new TreeSet<>(roles));
    }

    /// Somebody new, without roles.
    public Member(UserId user, Instant joinedAt, boolean temporary) {
        this(user, null, List.of(), joinedAt, null, temporary, Look.USUAL);
    }

    public boolean timedOut(Instant now) {
        return timeoutUntil != null && timeoutUntil.isAfter(now);
    }

    public Member named(@Nullable String other) {
        return new Member(user, other, roles, joinedAt, timeoutUntil, temporary, look);
    }

    public Member with(List<RoleId> others) {
        return new Member(user, nick, others, joinedAt, timeoutUntil, temporary, look);
    }

    public Member silencedUntil(@Nullable Instant time) {
        return new Member(user, nick, roles, joinedAt, time, temporary, look);
    }

    public Member looking(Look other) {
        return new Member(user, nick, roles, joinedAt, timeoutUntil, temporary, other);
    }

    Member without(RoleId role) {
        return with(roles.stream().filter(it -> !it.equals(role)).toList());
    }

    private static boolean inOrder(List<RoleId> roles) {
        for (int i = 1; i < roles.size(); i++) {
            if (roles.get(i - 1).compareTo(roles.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
