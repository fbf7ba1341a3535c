package chat.parley.moderation.report;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.Guilds;
import chat.parley.message.History;
import chat.parley.moderation.report.Report.Handling;
import chat.parley.moderation.report.Report.State;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Members report; moderators, who are those that may delete others' messages, silence or throw somebody out, deal with
/// it, and their answer is told to who reported.
public final class Reports {
    /// Any of these lets somebody see reports and deal with them.
    public static final Set<Permission> MODERATING = Collections.unmodifiableSet(
            EnumSet.of(Permission.MANAGE_MESSAGES, Permission.KICK_MEMBERS, Permission.MODERATE_MEMBERS));

    private final Guilds guilds;
    private final Channels channels;
    private final History history;
    private final ReportStore store;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public Reports(
            Guilds guilds,
            Channels channels,
            History history,
            Database database,
            Snowflakes ids,
            Bus bus,
            Clock clock) {
        this.guilds = guilds;
        this.channels = channels;
        this.history = history;
        this.store = new ReportStore(database);
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// Reports a message that the caller can read. Whoever reports it again gets the report that is open.
    public Report file(Caller caller, ChannelId channel, MessageId id, String reason) {
        var guild = channels.seenBy(caller, channel).channel().guild();
        var message = history.one(caller, channel, id).message();
        requireOther(caller, message.author());
        return file(caller, guild, message.author(), new Report.Subject(channel, id, message.content()), reason);
    }

    /// Reports a member.
    public Report file(Caller caller, GuildId guild, UserId about, String reason) {
        guilds.of(caller, guild).member(about);
        requireOther(caller, about);
        return file(caller, guild, about, null, reason);
    }

    /// Newest first.
    public List<Report> page(Caller caller, GuildId guild, boolean open, long before, int limit) {
        moderating(guilds.of(caller, guild));
        return store.page(guild, open, before, limit);
    }

    /// What the caller reported in any guild, newest first.
    public List<Report> own(Caller caller, long before, int limit) {
        return store.by(caller.id(), before, limit);
    }

    /// Takes a report on or closes it.
    ///
    /// @param change of its state, who takes care of it and its outcome
    public Report handle(Caller caller, GuildId guild, EntityId id, UnaryOperator<Handling> change) {
        return guilds.write(guild, writing -> {
            var access = moderating(writing.as(caller));
            var report = store.find(guild, id).orElseThrow(() -> Refusal.unknown(Thing.REPORT));
            var before = report.handling();
            var wanted = change.apply(before);
            if (wanted.assignee() != null && !Objects.equals(wanted.assignee(), before.assignee())) {
                access.member(wanted.assignee());
            }
            var after = report.with(closed(caller, before, wanted));
            if (!after.equals(report)) {
                store.update(after);
                bus.publish(new ReportEvent.Changed(report, after));
            }
            return after;
        });
    }

    private Handling closed(Caller caller, Handling before, Handling wanted) {
        if (wanted.state() == State.OPEN) {
            return new Handling(State.OPEN, wanted.assignee(), wanted.outcome(), null, null);
        }
        boolean now = before.state() == State.OPEN;
        return new Handling(
                wanted.state(),
                wanted.assignee(),
                wanted.outcome(),
                now ? caller.id() : before.closedBy(),
                now ? clock.instant().truncatedTo(ChronoUnit.MICROS) : before.closedAt());
    }

    private Report file(Caller caller, GuildId guild, UserId about, Report.@Nullable Subject subject, String reason) {
        if (guilds.snapshot(guild).isPrivate()) {
            throw Refusal.notAllowed("Nobody moderates private conversations.");
        }
        return guilds.write(guild, writing -> {
            var open = store.openOf(guild, caller.id());
            for (var it : open) {
                if (it.about().equals(about) && Objects.equals(message(it.subject()), message(subject))) {
                    return it;
                }
            }
            if (open.size() >= Limits.REPORTS_OPEN_MAX) {
                throw new Refused(new Refusal.Full(Thing.REPORT, Limits.REPORTS_OPEN_MAX));
            }
            var report = new Report(new EntityId(ids.next()), guild, caller.id(), about, subject, reason, Handling.NEW);
            store.insert(report);
            bus.publish(new ReportEvent.Filed(report));
            return report;
        });
    }

    private static @Nullable MessageId message(Report.@Nullable Subject subject) {
        return subject == null ? null : subject.message();
    }

    private static void requireOther(Caller caller, UserId about) {
        if (caller.id().equals(about)) {
            throw Refusal.notAllowed("Nobody reports themselves.");
        }
    }

    private static GuildAccess moderating(GuildAccess access) {
        return MODERATING.stream().anyMatch(access::may) ? access : access.requiring(Permission.MANAGE_MESSAGES);
    }
}
