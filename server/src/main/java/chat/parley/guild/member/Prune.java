package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.auth.session.LastSeen;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.sql.Database;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Removes those who have not been here for a while and hold no role. Bots have one, so they always stay.
public final class Prune {
    public static final int DAYS_MAX = 30;
    public static final int DAYS_USUAL = 7;
    private static final int BATCH = 1_000;

    private final Guilds guilds;
    private final LastSeen lastSeen;
    private final Database database;
    private final Clock clock;

    public Prune(Guilds guilds, LastSeen lastSeen, Database database, Clock clock) {
        this.guilds = guilds;
        this.lastSeen = lastSeen;
        this.database = database;
        this.clock = clock;
    }

    /// Whom to remove.
    ///
    /// @param days for how long they have not been here
    /// @param roles who holds no others than these goes too
    public record Terms(int days, Set<RoleId> roles) {
        public Terms {
            if (days < 1 || days > DAYS_MAX) {
                throw Refusal.invalid("days", "NUMBER_TYPE_RANGE", "Value must be between 1 and " + DAYS_MAX + ".");
            }
            roles = Set.copyOf(roles);
        }
    }

    /// How many would go.
    public int count(Caller caller, GuildId guild, Terms terms) {
        return gone(allowed(guilds.of(caller, guild)), terms).size();
    }

    /// @return how many went
    public int run(Caller caller, GuildId guild, Terms terms) {
        return guilds.write(guild, writing -> {
            var gone = gone(allowed(writing.as(caller)), terms);
            database.transaction(sql -> {
                MemberStore.delete(sql, guild, gone);
                return true;
            });
            var events = gone.stream()
                    .map(it -> new GuildEvent.MemberLeft(guild, it))
                    .toArray(GuildEvent[]::new);
            writing.become(writing.now().without(gone), events);
            writing.note(MemberDeeds.pruned(caller, guild, terms.days(), gone.size()));
            return gone.size();
        });
    }

    private static GuildAccess allowed(GuildAccess access) {
        return access.requiring(Permission.KICK_MEMBERS, Permission.MANAGE_GUILD);
    }

    private List<UserId> gone(GuildAccess access, Terms terms) {
        terms.roles().forEach(access::role);
        var since = clock.instant().minus(Duration.ofDays(terms.days()));
        var idle = new ArrayList<UserId>();
        access.snapshot().members().forEach(member -> {
            if (mayGo(access, member, terms, since)) {
                idle.add(member.user());
            }
        });
        var gone = new ArrayList<UserId>(idle.size());
        for (int from = 0; from < idle.size(); from += BATCH) {
            var some = idle.subList(from, Math.min(from + BATCH, idle.size()));
            var here = lastSeen.since(some, since);
            some.stream().filter(it -> !here.contains(it)).forEach(gone::add);
        }
        return gone;
    }

    /// By what is in memory; when they were here last is asked for afterwards.
    private static boolean mayGo(GuildAccess access, Member member, Terms terms, Instant since) {
        var guild = access.snapshot();
        return member.joinedAt().isBefore(since)
                && terms.roles().containsAll(member.roles())
                && guild.rank(member) < access.rank()
                && member.roles().stream().map(guild::role).noneMatch(it -> it != null && it.managed());
    }
}
