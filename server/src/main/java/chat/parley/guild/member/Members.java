package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The members of a guild: who they are, and what others may change about them.
public final class Members {
    public static final int NICK_MAX_CHARS = 32;
    private static final Duration TIMEOUT_MAX = Duration.ofDays(28);

    private final Guilds guilds;
    private final Users users;
    private final Database database;
    private final Clock clock;

    public Members(Guilds guilds, Users users, Database database, Clock clock) {
        this.guilds = guilds;
        this.users = users;
        this.database = database;
        this.clock = clock;
    }

    /// Members with ids above `after`, in the order of ids.
    public List<Member> page(Caller caller, GuildId guild, long after, int limit) {
        return guilds.of(caller, guild).snapshot().members().page(after, Math.clamp(limit, 1, Limits.MEMBERS_PAGE_MAX));
    }

    /// Members whose nickname, display name or user name begins with the text, whatever the case; in the order
    /// of ids.
    public List<Member> search(Caller caller, GuildId guild, String prefix, int limit) {
        var members = guilds.of(caller, guild).snapshot().members();
        String wanted = prefix.strip().toLowerCase(Locale.ROOT);
        int most = Math.clamp(limit, 1, Limits.MEMBERS_PAGE_MAX);
        var found = new ArrayList<Member>();
        var page = members.page(0, Limits.MEMBERS_PAGE_MAX);
        while (!page.isEmpty() && found.size() < most) {
            var known = users.all(page.stream().map(Member::user).toList());
            page.stream()
                    .filter(it -> matches(it, known.get(it.user()), wanted))
                    .limit(most - found.size())
                    .forEach(found::add);
            page = members.page(page.getLast().user().value(), Limits.MEMBERS_PAGE_MAX);
        }
        return found;
    }

    /// Changes nickname, roles or timeout; for each that differs the caller needs its permission and rank.
    public Member edit(Caller caller, GuildId guild, UserId user, UnaryOperator<Member> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller);
            var before = access.member(user);
            var after = change.apply(before);
            if (!Objects.equals(before.nick(), after.nick())) {
                requireNaming(access, user);
                after = after.named(nick(after.nick()));
            }
            if (!before.roles().equals(after.roles())) {
                access.requiring(Permission.MANAGE_ROLES);
                requireGiving(access, before, after);
            }
            if (!before.arrival().equals(after.arrival())) {
                requireExcusing(access, before, after);
            }
            if (!Objects.equals(before.timeoutUntil(), after.timeoutUntil())) {
                after = silenced(access, before, after);
            }
            return stored(caller, writing, before, after);
        });
    }

    /// Has the server silence a member, or let them speak again; nothing happens to administrators and those who are
    /// gone.
    public void silence(GuildId guild, UserId user, @Nullable Instant until) {
        guilds.write(guild, writing -> {
            var before = writing.now().member(user);
            if (before == null || writing.now().administers(before)) {
                return false;
            }
            var after = before.silencedUntil(until == null ? null : until.truncatedTo(ChronoUnit.MICROS));
            MemberStore.update(database, guild, after);
            writing.become(writing.now().with(after), new GuildEvent.MemberUpdated(guild, before, after));
            return true;
        });
    }

    public void give(Caller caller, GuildId guild, UserId user, RoleId role) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_ROLES).role(role);
        edit(caller, guild, user, member -> {
            var roles = new ArrayList<>(member.roles());
            roles.add(role);
            return member.with(roles);
        });
    }

    public void take(Caller caller, GuildId guild, UserId user, RoleId role) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_ROLES).role(role);
        edit(caller, guild, user, member -> {
            var roles = new ArrayList<>(member.roles());
            roles.remove(role);
            return member.with(roles);
        });
    }

    private Member stored(Caller caller, GuildWriting writing, Member before, Member after) {
        if (after.equals(before)) {
            return before;
        }
        var guild = writing.now().id();
        MemberStore.update(database, guild, after);
        writing.become(writing.now().with(after), new GuildEvent.MemberUpdated(guild, before, after));
        MemberDeeds.changed(caller, writing.now(), before, after).forEach(writing::note);
        return after;
    }

    /// Whether somebody must meet the verification level is all that others change about how they arrived.
    private static void requireExcusing(GuildAccess access, Member before, Member after) {
        boolean excused = after.arrival().has(Member.Arrival.EXCUSED);
        if (!before.arrival().flagged(Member.Arrival.EXCUSED, excused).equals(after.arrival())) {
            throw Refusal.invalid("flags", "MEMBER_FLAGS_INVALID", "Only BYPASSES_VERIFICATION can be changed.");
        }
        if (!access.may(Permission.MANAGE_GUILD) && !access.may(Permission.MANAGE_ROLES)) {
            access.requiring(Permission.MODERATE_MEMBERS, Permission.KICK_MEMBERS, Permission.BAN_MEMBERS);
        }
    }

    private static void requireNaming(GuildAccess access, UserId user) {
        if (!user.equals(access.caller().id())) {
            access.requiring(Permission.MANAGE_NICKNAMES).below(user);
        } else if (!access.may(Permission.MANAGE_NICKNAMES)) {
            access.requiring(Permission.CHANGE_NICKNAME);
        }
    }

    /// As Discord has it, whoever manages roles gives any role below their own highest to others, also one with
    /// permissions that they lack (bots that hand out roles rely on it), but not to themselves.
    private static void requireGiving(GuildAccess access, Member before, Member after) {
        var given = new ArrayList<>(after.roles());
        given.removeAll(before.roles());
        var changed = new ArrayList<>(before.roles());
        changed.removeAll(after.roles());
        changed.addAll(given);
        for (var id : changed) {
            var role = access.below(id);
            if (role.managed() || role.everyone()) {
                throw Refusal.notAllowed("This role is not given by hand.");
            }
            if (given.contains(id) && after.user().equals(access.caller().id())) {
                requireHeld(access, role.permissions());
            }
        }
    }

    private static void requireHeld(GuildAccess access, long bits) {
        if ((bits & ~access.bits()) != 0) {
            throw Refusal.notAllowed("The role grants more than you have.");
        }
    }

    private Member silenced(GuildAccess access, Member before, Member after) {
        access.requiring(Permission.MODERATE_MEMBERS).below(before.user());
        var until = after.timeoutUntil();
        if (until == null) {
            return after;
        }
        if (access.snapshot().administers(before)) {
            throw Refusal.notAllowed("Administrators cannot be timed out.");
        }
        if (until.isAfter(clock.instant().plus(TIMEOUT_MAX))) {
            throw Refusal.invalid(
                    "communication_disabled_until", "DATE_TIME_TYPE_MAX", "A timeout lasts at most 28 days.");
        }
        return after.silencedUntil(until.truncatedTo(ChronoUnit.MICROS));
    }

    private static @Nullable String nick(@Nullable String wanted) {
        String nick = wanted == null ? "" : wanted.strip();
        if (nick.codePointCount(0, nick.length()) > NICK_MAX_CHARS) {
            throw Refusal.length("nick", 0, NICK_MAX_CHARS);
        }
        return nick.isEmpty() ? null : nick;
    }

    private static boolean matches(Member member, @Nullable User user, String prefix) {
        return begins(member.nick(), prefix)
                || (user != null && (begins(user.username(), prefix) || begins(user.displayName(), prefix)));
    }

    private static boolean begins(@Nullable String name, String prefix) {
        return name != null && name.toLowerCase(Locale.ROOT).startsWith(prefix);
    }
}
