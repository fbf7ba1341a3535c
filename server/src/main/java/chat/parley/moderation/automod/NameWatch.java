package chat.parley.moderation.automod;

import chat.parley.account.User;
import chat.parley.account.UserEvent;
import chat.parley.account.Users;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.work.Chores;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.guild.member.Members;
import chat.parley.moderation.automod.RuleEvent.Offence;
import chat.parley.moderation.automod.match.Budget;
import chat.parley.moderation.automod.match.Hit;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what members call themselves, when they join and when they change it, and lets those go whose names are in
/// order again.
public final class NameWatch implements AutoCloseable {
    private final Rules rules;
    private final Guilds guilds;
    private final Users users;
    private final Members members;
    private final Bus bus;
    private final Clock clock;
    private final Chores chores = new Chores("automod-names");

    public NameWatch(Rules rules, Guilds guilds, Users users, Members members, Bus bus, Clock clock) {
        this.rules = rules;
        this.guilds = guilds;
        this.users = users;
        this.members = members;
        this.bus = bus;
        this.clock = clock;
        bus.subscribe(
                GuildEvent.MemberJoined.class,
                it -> chores.add(() -> look(it.guild(), it.member().user())));
        bus.subscribe(GuildEvent.MemberUpdated.class, this::changed);
        bus.subscribe(
                UserEvent.Updated.class,
                it -> chores.add(() -> lookEverywhere(it.user().id())));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void changed(GuildEvent.MemberUpdated event) {
        if (!Objects.equals(event.before().nick(), event.member().nick())) {
            chores.add(() -> look(event.guild(), event.member().user()));
        }
    }

    private void lookEverywhere(UserId user) {
        guilds.ofMember(user).forEach(it -> look(it.id(), user));
    }

    private void look(GuildId id, UserId userId) {
        var guild = guilds.find(id);
        var member = guild == null ? null : guild.member(userId);
        var user = users.find(userId).orElse(null);
        if (guild == null || member == null || user == null || user.kind() == User.Kind.BOT || manages(guild, member)) {
            return;
        }
        boolean offends = false;
        for (var judge : rules.of(id)) {
            boolean holds =
                    judge.rule().enabled() && judge.rule().trigger().kind().ofNames();
            if (!holds || judge.exempts(member)) {
                continue;
            }
            var offence = offence(judge, member, user);
            if (offence != null) {
                offends = true;
                bus.publish(new RuleEvent.Caught(judge.rule(), offence));
            }
        }
        if (!offends && member.timedOut(clock.instant()) && rules.store().release(id, userId)) {
            members.silence(id, userId, null);
        }
    }

    private boolean manages(GuildSnapshot guild, Member member) {
        return Permission.MANAGE_GUILD.in(guild.permissions(member, clock.instant()));
    }

    private static @Nullable Offence offence(Judge judge, Member member, User user) {
        var names =
                Stream.of(member.nick(), user.displayName(), user.username()).filter(Objects::nonNull);
        var budget = new Budget(Limits.AUTOMOD_PATTERNS_MS);
        for (String name : names.map(String::valueOf).toList()) {
            Hit hit = judge.meets(name, budget);
            if (hit != null) {
                return new Offence(member.user(), null, null, name, hit);
            }
        }
        return null;
    }
}
