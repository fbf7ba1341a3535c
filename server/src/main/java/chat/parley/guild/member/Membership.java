package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Joining a guild and leaving it, willingly or not.
public final class Membership {
    private final Guilds guilds;
    private final Database database;
    private final Clock clock;

    public Membership(Guilds guilds, Database database, Clock clock) {
        this.guilds = guilds;
        this.database = database;
        this.clock = clock;
    }

    /// Something that must happen together with the joining: an invite is used up.
    @FunctionalInterface
    public interface Ticket {
        /// @throws Refused when it is not valid (any more)
        void punch(Sql sql) throws SQLException;
    }

    /// Makes somebody a member; nothing happens, and no ticket is used, when they are one.
    ///
    /// @return true when they were not a member before
    /// @throws Refused with `Full` when they are in too many guilds, with `Banned` when
    ///     they are banned, or what the ticket says
    public boolean join(UserId user, GuildId guild, boolean temporary, Ticket ticket) {
        return guilds.write(guild, writing -> {
            if (writing.now().member(user) != null) {
                return false;
            }
            guilds.requireRoomFor(user);
            var member = new Member(user, clock.instant().truncatedTo(ChronoUnit.MICROS), temporary)
                    .arrived(Member.Arrival.at(writing.now().guild().reception()));
            database.transaction(sql -> {
                if (BanStore.banned(sql, guild, user)) {
                    throw new Refused(new Refusal.Banned());
                }
                ticket.punch(sql);
                MemberStore.insert(sql, guild, member);
                return true;
            });
            writing.become(writing.now().with(member), new GuildEvent.MemberJoined(guild, member));
            return true;
        });
    }

    /// @throws Refused with `NotAllowed` for the owner, who must pass the guild on or delete it
    public void leave(Caller caller, GuildId guild) {
        guilds.write(guild, writing -> {
            if (writing.as(caller).snapshot().owns(caller.id())) {
                throw Refusal.notAllowed("The owner cannot leave.");
            }
            return gone(writing, caller.id());
        });
    }

    public void kick(Caller caller, GuildId guild, UserId user) {
        guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.KICK_MEMBERS).below(user);
            gone(writing, user);
            writing.note(MemberDeeds.kicked(caller, guild, user));
            return true;
        });
    }

    /// Ends the visits of somebody who has gone offline: who joined by a temporary invite stays only when somebody
    /// gave them a role meanwhile.
    public void endVisits(UserId user) {
        for (var guild : guilds.ofMember(user)) {
            if (visits(guild, user)) {
                guilds.write(guild.id(), writing -> visits(writing.now(), user) && gone(writing, user));
            }
        }
    }

    private static boolean visits(GuildSnapshot guild, UserId user) {
        var member = guild.member(user);
        return member != null && member.temporary() && member.roles().isEmpty() && !guild.owns(user);
    }

    private boolean gone(GuildWriting writing, UserId user) {
        var guild = writing.now().id();
        database.transaction(sql -> {
            MemberStore.delete(sql, guild, user);
            return true;
        });
        writing.become(writing.now().without(user), new GuildEvent.MemberLeft(guild, user));
        return true;
    }
}
