package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Keeping people out of a guild, whether they are in it or not.
public final class Bans {
    /// Discord's: a week of messages at most is deleted with a ban.
    public static final int PURGE_MAX_S = 7 * 24 * 3_600;

    private final Guilds guilds;
    private final MessagePurge messages;
    private final Database database;
    private final BanStore store;
    private final Clock clock;

    public Bans(Guilds guilds, MessagePurge messages, Database database, Clock clock) {
        this.guilds = guilds;
        this.messages = messages;
        this.database = database;
        this.store = new BanStore(database);
        this.clock = clock;
    }

    /// What becomes of the banned.
    ///
    /// @param purgeS seconds of their messages to delete, 0 for none
    public record Terms(int purgeS) {
        public Terms {
            if (purgeS < 0 || purgeS > PURGE_MAX_S) {
                throw Refusal.invalid(
                        "delete_message_seconds",
                        "NUMBER_TYPE_RANGE",
                        "Value must be between 0 and " + PURGE_MAX_S + ".");
            }
        }
    }

    /// Bans somebody, for the caller's reason; banning them again changes nothing.
    public void ban(Caller caller, GuildId guild, UserId user, Terms terms) {
        guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.BAN_MEMBERS);
            requireBelow(access, user);
            var ban =
                    new Ban(user, caller.id(), caller.reason(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            boolean fresh = database.transaction(sql -> {
                MemberStore.delete(sql, guild, user);
                return BanStore.insert(sql, guild, ban);
            });
            boolean member = writing.now().member(user) != null;
            if (fresh) {
                writing.become(writing.now(), new GuildEvent.Banned(guild, user));
            }
            if (member) {
                writing.become(writing.now().without(user), new GuildEvent.MemberLeft(guild, user));
            }
            if (fresh) {
                writing.note(MemberDeeds.banned(caller, guild, user));
            }
            return fresh;
        });
        if (terms.purgeS() > 0) {
            messages.purge(caller, guild, user, clock.instant().minusSeconds(terms.purgeS()));
        }
    }

    /// Bans many; those whom the caller may not ban are left out.
    ///
    /// @return those who were banned
    public List<UserId> banAll(Caller caller, GuildId guild, Collection<UserId> users, Terms terms) {
        guilds.of(caller, guild).requiring(Permission.BAN_MEMBERS, Permission.MANAGE_GUILD);
        var banned = new ArrayList<UserId>();
        for (var user : users) {
            if (bannable(caller, guild, user)) {
                ban(caller, guild, user, terms);
                banned.add(user);
            }
        }
        return banned;
    }

    /// @throws Refused with `Unknown` when the user is not banned
    public void lift(Caller caller, GuildId guild, UserId user) {
        guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.BAN_MEMBERS);
            if (!store.delete(guild, user)) {
                throw Refusal.unknown(Thing.BAN);
            }
            writing.become(writing.now(), new GuildEvent.Unbanned(guild, user));
            writing.note(MemberDeeds.unbanned(caller, guild, user));
            return true;
        });
    }

    /// @throws Refused with `Unknown` when the user is not banned
    public Ban of(Caller caller, GuildId guild, UserId user) {
        guilds.of(caller, guild).requiring(Permission.BAN_MEMBERS);
        return store.find(guild, user).orElseThrow(() -> Refusal.unknown(Thing.BAN));
    }

    /// Bans with ids above `after`, in the order of ids.
    public List<Ban> after(Caller caller, GuildId guild, long after, int limit) {
        guilds.of(caller, guild).requiring(Permission.BAN_MEMBERS);
        return store.above(guild, after, Math.clamp(limit, 1, Limits.MEMBERS_PAGE_MAX));
    }

    /// The highest ids below `before`, in the order of ids.
    public List<Ban> before(Caller caller, GuildId guild, long before, int limit) {
        guilds.of(caller, guild).requiring(Permission.BAN_MEMBERS);
        return store.below(guild, before, Math.clamp(limit, 1, Limits.MEMBERS_PAGE_MAX));
    }

    private boolean bannable(Caller caller, GuildId guild, UserId user) {
        try {
            requireBelow(guilds.of(caller, guild), user);
            return store.find(guild, user).isEmpty();
        } catch (Refused tooHigh) {
            return false;
        }
    }

    private static void requireBelow(GuildAccess access, UserId user) {
        if (access.snapshot().member(user) != null) {
            access.below(user);
        }
    }
}
