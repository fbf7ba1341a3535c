package chat.parley.guild.member;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.base.sql.Database.Sql;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Member;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Newcomers come in step by step: they accept the rules, they choose what interests them. Whether they may is decided
/// by `reception`.
public final class Arrivals {
    private final Database database;

    public Arrivals(Database database) {
        this.database = database;
    }

    /// Something that is stored together with a step.
    @FunctionalInterface
    public interface Alongside {
        void in(Sql sql) throws SQLException;
    }

    /// Nothing happens to who need not accept anything.
    public Member accept(GuildWriting writing, UserId user) {
        var before = of(writing, user);
        return stored(writing, before, before.arrived(before.arrival().accepted()), _ -> {});
    }

    /// Lets in all who have not accepted yet.
    public void admitAll(GuildWriting writing) {
        var guild = writing.now().id();
        var next = writing.now();
        var events = new ArrayList<GuildEvent>();
        var waiting = new ArrayList<Member>();
        next.members().forEach(it -> {
            if (it.arrival().pending()) {
                waiting.add(it);
            }
        });
        if (waiting.isEmpty()) {
            return;
        }
        database.change("UPDATE members SET pending = false WHERE guild = ? AND pending", guild);
        for (var before : waiting) {
            var after = before.arrived(before.arrival().accepted());
            next = next.with(after);
            events.add(new GuildEvent.MemberUpdated(guild, before, after));
        }
        writing.become(next, events.toArray(GuildEvent[]::new));
    }

    /// Gives a newcomer what they chose.
    ///
    /// @param roles all that they have from now on
    public Member onboarded(GuildWriting writing, UserId user, List<RoleId> roles, Alongside alongside) {
        var before = of(writing, user);
        var arrival = before.arrival().flagged(Member.Arrival.ONBOARDED, true);
        return stored(writing, before, before.with(roles).arrived(arrival), alongside);
    }

    private Member stored(GuildWriting writing, Member before, Member after, Alongside alongside) {
        var guild = writing.now().id();
        database.transaction(sql -> {
            MemberStore.update(sql, guild, after);
            alongside.in(sql);
            return true;
        });
        if (!after.equals(before)) {
            writing.become(writing.now().with(after), new GuildEvent.MemberUpdated(guild, before, after));
        }
        return after;
    }

    private static Member of(GuildWriting writing, UserId user) {
        var member = writing.now().member(user);
        if (member == null) {
            throw Refusal.unknown(Thing.MEMBER);
        }
        return member;
    }
}
