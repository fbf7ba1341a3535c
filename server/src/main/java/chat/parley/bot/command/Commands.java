package chat.parley.bot.command;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.cache.BoundedCache;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.Applications;
import chat.parley.bot.install.Installations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What commands there are. An application's own bot and its owner change them; a name is unique for its kind and
/// place, so that writing one again changes it.
public final class Commands {
    private final CommandStore store;
    private final Applications applications;
    private final Installations installations;
    private final Snowflakes ids;
    private final Bus bus;
    private final BoundedCache<Place, List<Command>> known = new BoundedCache<>(Limits.COMMAND_PLACES_CACHE_MAX);

    /// @param guild 0 for everywhere
    private record Place(UserId application, long guild) {}

    /// @param fresh it was not there before
    public record Saved(Command command, boolean fresh) {}

    public Commands(
            CommandStore store, Applications applications, Installations installations, Snowflakes ids, Bus bus) {
        this.store = store;
        this.applications = applications;
        this.installations = installations;
        this.ids = ids;
        this.bus = bus;
    }

    /// @param guild absent for those that are everywhere
    public List<Command> list(Caller caller, UserId application, @Nullable GuildId guild) {
        requireOwn(caller, application, guild);
        return of(application, guild);
    }

    public Command one(Caller caller, UserId application, @Nullable GuildId guild, EntityId id) {
        return find(list(caller, application, guild), id);
    }

    /// For whoever uses commands. From memory, once asked.
    public List<Command> of(UserId application, @Nullable GuildId guild) {
        var place = new Place(application, guild == null ? 0 : guild.value());
        var cached = known.find(place);
        if (cached != null) {
            return cached;
        }
        long stamp = known.stamp();
        var loaded = store.of(application, place.guild());
        known.keep(stamp, place, loaded);
        return loaded;
    }

    /// A command that can be met in the guild: one of its own or one that is everywhere.
    public Optional<Command> met(UserId application, GuildId guild, EntityId id) {
        return of(application, guild).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .or(() -> of(application, null).stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst());
    }

    /// Makes a command, or changes the one of that name.
    public synchronized Saved save(Caller caller, UserId application, @Nullable GuildId guild, Command.Draft draft) {
        requireOwn(caller, application, guild);
        var present = of(application, guild);
        var same = present.stream()
                .filter(it -> it.type() == draft.type() && it.name().equals(draft.name()))
                .findFirst();
        if (same.isEmpty()) {
            requireRoom(present, draft.type());
        }
        var id = same.map(Command::id).orElseGet(() -> new EntityId(ids.next()));
        var saved = new Command(id, application, guild, draft, new EntityId(ids.next()));
        store.save(saved);
        changed(application, guild);
        return new Saved(saved, same.isEmpty());
    }

    /// @param change makes the wanted command of the present one; its kind stays
    public synchronized Command change(
            Caller caller,
            UserId application,
            @Nullable GuildId guild,
            EntityId id,
            UnaryOperator<Command.Draft> change) {
        requireOwn(caller, application, guild);
        var present = of(application, guild);
        var before = find(present, id);
        var draft = change.apply(before.draft());
        boolean taken = present.stream()
                .anyMatch(it -> !it.id().equals(id)
                        && it.type() == draft.type()
                        && it.name().equals(draft.name()));
        if (taken) {
            throw Refusal.invalid(
                    "name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        var after = new Command(id, application, guild, draft, new EntityId(ids.next()));
        store.save(after);
        changed(application, guild);
        return after;
    }

    /// Makes these the only commands there; those of a known name keep their id.
    public synchronized List<Command> replace(
            Caller caller, UserId application, @Nullable GuildId guild, List<Command.Draft> drafts) {
        requireOwn(caller, application, guild);
        var present = of(application, guild);
        var next = new ArrayList<Command>();
        for (var draft : drafts) {
            requireRoom(next, draft.type());
            next.add(present.stream()
                    .filter(it -> it.type() == draft.type() && it.name().equals(draft.name()))
                    .findFirst()
                    .map(it -> it.draft().equals(draft)
                            ? it
                            : new Command(it.id(), application, guild, draft, new EntityId(ids.next())))
                    .orElseGet(() -> new Command(
                            new EntityId(ids.next()), application, guild, draft, new EntityId(ids.next()))));
        }
        store.replace(application, guild == null ? 0 : guild.value(), next);
        changed(application, guild);
        return next;
    }

    public synchronized void delete(Caller caller, UserId application, @Nullable GuildId guild, EntityId id) {
        store.delete(one(caller, application, guild, id).id());
        changed(application, guild);
    }

    /// Those of the ids that can be met in the guild and still are there.
    public List<Command> named(GuildId guild, Collection<EntityId> wanted) {
        return installations.in(guild).stream()
                .flatMap(it -> Stream.of(of(it.application(), guild), of(it.application(), null)))
                .flatMap(List::stream)
                .filter(it -> wanted.contains(it.id()))
                .toList();
    }

    /// The rules of a guild, by command; those for all of an application's commands under the application's id.
    public Map<Long, List<Rule>> rules(GuildId guild, UserId application) {
        return store.rules(guild, application);
    }

    /// Makes these the rules for a command, or for all of an application's commands.
    synchronized void rule(Caller caller, GuildId guild, UserId application, EntityId target, List<Rule> rules) {
        var before = rules(guild, application).getOrDefault(target.value(), List.of());
        store.rule(guild, application, target, rules);
        bus.publish(new CommandEvent.Ruled(guild, application, target, rules));
        bus.publish(new CommandEvent.Changed(guild, application));
        bus.publish(RuleDeeds.ruled(caller, guild, application, target, before, rules));
    }

    private void changed(UserId application, @Nullable GuildId guild) {
        known.forget(new Place(application, guild == null ? 0 : guild.value()));
        var guilds = guild == null ? installations.guildsOf(application) : List.of(guild);
        guilds.forEach(it -> bus.publish(new CommandEvent.Changed(it, application)));
    }

    private void requireOwn(Caller caller, UserId application, @Nullable GuildId guild) {
        applications.own(caller, application);
        if (guild != null && installations.find(guild, application).isEmpty()) {
            throw new Refused(new Refusal.NoAccess());
        }
    }

    private static void requireRoom(List<Command> present, int type) {
        int max = type == Command.CHAT_INPUT ? Limits.COMMANDS_MAX : Limits.MENU_COMMANDS_MAX;
        if (present.stream().filter(it -> it.type() == type).count() >= max) {
            throw new Refused(new Refusal.Full(Thing.COMMAND, max));
        }
    }

    private static Command find(List<Command> all, EntityId id) {
        return all.stream()
                .filter(it -> Objects.equals(it.id(), id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(Thing.COMMAND));
    }
}
