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
/// @param arrival how far they have come in
public record Member(
        UserId user,
        @Nullable String nick,
        List<RoleId> roles,
        Instant joinedAt,
        @Nullable Instant timeoutUntil,
        boolean temporary,
        Look look,
        Arrival arrival) {

    /// Hashes of the pictures that somebody has in this guild alone; absent means as everywhere.
    public record Look(@Nullable String avatar, @Nullable String banner) {
        public static final Look USUAL = new Look(null, null);
    }

    /// What a newcomer has still to do, and what they have done.
    ///
    /// @param pending has not accepted the rules yet, and may only read
    /// @param flags Discord's flags of members
    public record Arrival(boolean pending, int flags) {
        public static final Arrival PLAIN = new Arrival(false, 0);

        /// Chose what interests them.
        public static final int ONBOARDED = 1 << 1;

        /// Need not meet the verification level.
        public static final int EXCUSED = 1 << 2;

        /// Joined while newcomers were asked what interests them.
        public static final int ONBOARDING = 1 << 3;

        /// A newcomer, to whom the guild shows what its reception says.
        public static Arrival at(Reception reception) {
            return reception.asksRules() || reception.onboards()
                    ? new Arrival(reception.asksRules(), reception.onboards() ? ONBOARDING : 0)
                    : PLAIN;
        }

        public boolean has(int flag) {
            return (flags & flag) != 0;
        }

        public Arrival accepted() {
            return new Arrival(false, flags);
        }

        public Arrival flagged(int flag, boolean on) {
            return new Arrival(pending, on ? flags | flag : flags & ~flag);
        }
    }

    public Member {
        roles = inOrder(roles) ? List.copyOf(roles) : List.copyOf(new TreeSet<>(roles));
    }

    /// Somebody new, without roles.
    public Member(UserId user, Instant joinedAt, boolean temporary) {
        this(user, null, List.of(), joinedAt, null, temporary, Look.USUAL, Arrival.PLAIN);
    }

    public boolean timedOut(Instant now) {
        return timeoutUntil != null && timeoutUntil.isAfter(now);
    }

    /// May only read: is timed out, or has not accepted the rules yet.
    public boolean mute(Instant now) {
        return arrival.pending() || timedOut(now);
    }

    public Member arrived(Arrival other) {
        return new Member(user, nick, roles, joinedAt, timeoutUntil, temporary, look, other);
    }

    public Member named(@Nullable String other) {
        return new Member(user, other, roles, joinedAt, timeoutUntil, temporary, look, arrival);
    }

    public Member with(List<RoleId> others) {
        return new Member(user, nick, others, joinedAt, timeoutUntil, temporary, look, arrival);
    }

    public Member silencedUntil(@Nullable Instant time) {
        return new Member(user, nick, roles, joinedAt, time, temporary, look, arrival);
    }

    public Member looking(Look other) {
        return new Member(user, nick, roles, joinedAt, timeoutUntil, temporary, other, arrival);
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
