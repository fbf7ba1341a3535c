package chat.parley.channel.event;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// Planning events, and being interested in them. Who sees an event's channel sees the event; one that takes place
/// elsewhere everybody sees.
public final class ScheduledEvents {
    private static final int DUE_MAX = 100;

    /// Of guilds that somebody asked for; changed with the guild's lock held.
    private final ConcurrentHashMap<GuildId, List<ScheduledEvent>> byGuild = new ConcurrentHashMap<>();

    private final Guilds guilds;
    private final Viewers viewers;
    private final ScheduledEventStore store;
    private final Snowflakes ids;
    private final Bus bus;
    private final Clock clock;

    public ScheduledEvents(Guilds guilds, Viewers viewers, Database database, Snowflakes ids, Bus bus, Clock clock) {
        this.guilds = guilds;
        this.viewers = viewers;
        this.store = new ScheduledEventStore(database);
        this.ids = ids;
        this.bus = bus;
        this.clock = clock;
    }

    /// What the user may see of what is planned or runs, the earliest first.
    public List<ScheduledEvent> visibleTo(UserId user, View view) {
        return all(view.guild().id()).stream()
                .filter(it -> sees(user, it, view))
                .toList();
    }

    public List<ScheduledEvent> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild);
        return visibleTo(caller.id(), viewers.of(guild));
    }

    /// @throws Refused with `Unknown`
    public ScheduledEvent one(Caller caller, GuildId guild, EntityId id) {
        return in(caller, guild).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(Thing.SCHEDULED_EVENT));
    }

    /// For one that is to be created.
    public EntityId newId() {
        return new EntityId(ids.next());
    }

    /// @throws Refused with `Forbidden` when the caller plans nothing in this guild
    public void requireMayCreate(Caller caller, GuildId guild) {
        requireMayPlan(guilds.of(caller, guild).may(Permission.CREATE_EVENTS), caller, guild);
    }

    /// @throws Refused with `Forbidden` when the caller does not change this one
    public ScheduledEvent requireMayChange(Caller caller, GuildId guild, EntityId id) {
        var event = one(caller, guild, id);
        boolean own =
                event.creator().equals(caller.id()) && guilds.of(caller, guild).may(Permission.CREATE_EVENTS);
        requireMayPlan(own, caller, guild);
        return event;
    }

    /// @param id a new one
    public ScheduledEvent create(Caller caller, GuildId guild, EntityId id, ScheduledEvent.Plan plan) {
        return guilds.write(guild, writing -> {
            requireMayPlan(writing.as(caller).may(Permission.CREATE_EVENTS), caller, guild);
            if (all(guild).size() >= Limits.SCHEDULED_EVENTS_MAX) {
                throw new Refused(new Refusal.Full(Thing.SCHEDULED_EVENT, Limits.SCHEDULED_EVENTS_MAX));
            }
            Plans.require(plan, caller, viewers.of(guild), clock.instant());
            var event = new ScheduledEvent(id, guild, caller.id(), plan, ScheduledEvent.Status.SCHEDULED);
            store.save(event);
            put(event);
            bus.publish(new ScheduledEventChange.Created(event));
            writing.note(EventDeeds.created(caller, event));
            return event;
        });
    }

    /// Changes the plan or moves the event on. One that is over or called off is told a last time and then gone; one
    /// that recurs and is ended is planned anew.
    public ScheduledEvent change(Caller caller, GuildId guild, EntityId id, UnaryOperator<ScheduledEvent> change) {
        one(caller, guild, id);
        return guilds.write(guild, writing -> {
            var before = requireMayChange(caller, guild, id);
            var wanted = change.apply(before);
            if (!before.status().leadsTo(wanted.status())) {
                throw Refusal.invalid(
                        "status", "GUILD_SCHEDULED_EVENT_STATUS", "The event cannot go on to that status");
            }
            boolean moved = before.status() == ScheduledEvent.Status.SCHEDULED
                    && !before.plan().startsAt().equals(wanted.plan().startsAt());
            Plans.require(wanted.plan(), caller, viewers.of(guild), moved ? clock.instant() : null);
            var after = wanted.status() == ScheduledEvent.Status.COMPLETED ? wanted.ended(clock.instant()) : wanted;
            become(after);
            if (!after.equals(before)) {
                writing.note(EventDeeds.changed(caller, before, after));
            }
            return after;
        });
    }

    public void delete(Caller caller, GuildId guild, EntityId id) {
        one(caller, guild, id);
        guilds.write(guild, writing -> {
            var gone = requireMayChange(caller, guild, id);
            store.delete(id);
            drop(gone);
            bus.publish(new ScheduledEventChange.Deleted(gone));
            writing.note(EventDeeds.deleted(caller, gone));
            return true;
        });
    }

    /// The events of those ids that are planned or run, whoever asks.
    public List<ScheduledEvent> named(GuildId guild, Collection<EntityId> wanted) {
        return all(guild).stream().filter(it -> wanted.contains(it.id())).toList();
    }

    public void interest(Caller caller, GuildId guild, EntityId id, boolean now) {
        var event = one(caller, guild, id);
        guilds.write(guild, _ -> {
            if (store.interest(id, caller.id(), now)) {
                bus.publish(new ScheduledEventChange.Interest(event, caller.id(), now));
            }
            return true;
        });
    }

    /// Who is interested, by id.
    public List<UserId> interested(Caller caller, GuildId guild, EntityId id, UserId after, int limit) {
        one(caller, guild, id);
        return store.interested(id, after, limit);
    }

    /// As [#interested], backwards from a user.
    public List<UserId> interestedBefore(Caller caller, GuildId guild, EntityId id, UserId before, int limit) {
        one(caller, guild, id);
        return store.interestedBefore(id, before, limit);
    }

    public Map<EntityId, Integer> counts(Collection<ScheduledEvent> events) {
        return events.isEmpty()
                ? Map.of()
                : store.counts(events.stream().map(ScheduledEvent::id).toList());
    }

    /// Those of the events that the user is interested in.
    public Set<EntityId> interesting(UserId user, Collection<ScheduledEvent> events) {
        var all = events.stream().map(ScheduledEvent::id).toList();
        return all.isEmpty() ? Set.of() : Set.copyOf(store.interesting(user, all));
    }

    /// Begins and ends what is due.
    void proceed(Instant now) {
        for (var due : store.due(now, DUE_MAX)) {
            proceed(due.guild(), due.event(), it -> it.proceeded(now));
        }
    }

    /// The channel is gone, and with it what was to take place there.
    void abandoned(Channel channel) {
        store.in(channel.id())
                .forEach(id -> proceed(channel.guild(), id, it -> it.with(it.plan(), ScheduledEvent.Status.CANCELED)));
    }

    /// Who left is interested in nothing there any more.
    void left(GuildId guild, UserId user) {
        store.forget(guild, user);
    }

    private void proceed(GuildId guild, EntityId id, UnaryOperator<ScheduledEvent> step) {
        guilds.write(guild, _ -> {
            for (var before : all(guild)) {
                var after = before.id().equals(id) ? step.apply(before) : before;
                if (!after.equals(before)) {
                    become(after);
                }
            }
            return true;
        });
    }

    private void become(ScheduledEvent after) {
        store.save(after);
        put(after);
        bus.publish(new ScheduledEventChange.Updated(after));
    }

    private void requireMayPlan(boolean may, Caller caller, GuildId guild) {
        if (!may) {
            guilds.of(caller, guild).requiring(Permission.MANAGE_EVENTS);
        }
    }

    private static boolean sees(UserId user, ScheduledEvent event, View view) {
        var channel = event.plan().channel();
        return channel == null ? view.guild().member(user) != null : view.canView(user, channel);
    }

    private List<ScheduledEvent> all(GuildId guild) {
        return byGuild.computeIfAbsent(
                guild,
                it -> store.of(it).stream().filter(ScheduledEvents::current).toList());
    }

    private void put(ScheduledEvent event) {
        var rest = new ArrayList<>(all(event.guild()));
        rest.removeIf(it -> it.id().equals(event.id()));
        if (current(event)) {
            rest.add(event);
        }
        byGuild.put(event.guild(), List.copyOf(rest));
    }

    private void drop(ScheduledEvent event) {
        var rest = new ArrayList<>(all(event.guild()));
        rest.removeIf(it -> it.id().equals(event.id()));
        byGuild.put(event.guild(), List.copyOf(rest));
    }

    private static boolean current(ScheduledEvent event) {
        return event.status() == ScheduledEvent.Status.SCHEDULED || event.status() == ScheduledEvent.Status.ACTIVE;
    }
}
