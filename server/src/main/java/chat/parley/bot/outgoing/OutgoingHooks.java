package chat.parley.bot.outgoing;

import chat.parley.account.Caller;
import chat.parley.auth.session.Secrets;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.guild.Guilds;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which guilds tell which events to whom. All of it is in memory, too, so that an event of a guild that tells nobody
/// costs one look-up.
public final class OutgoingHooks {
    private final Map<GuildId, List<OutgoingHook>> byGuild = new ConcurrentHashMap<>();
    private final OutgoingStore store;
    private final Guilds guilds;
    private final Snowflakes ids;
    private final Clock clock;

    public OutgoingHooks(OutgoingStore store, Guilds guilds, Snowflakes ids, Clock clock) {
        this.store = store;
        this.guilds = guilds;
        this.ids = ids;
        this.clock = clock;
    }

    /// Reads what there is; nothing is told before.
    public void open() {
        byGuild.putAll(store.all().stream().collect(Collectors.groupingBy(OutgoingHook::guild)));
    }

    /// Whether any guild tells anybody anything.
    boolean any() {
        return !byGuild.isEmpty();
    }

    /// From memory.
    List<OutgoingHook> of(GuildId guild) {
        return byGuild.getOrDefault(guild, List.of());
    }

    public List<OutgoingHook> in(Caller caller, GuildId guild) {
        managed(caller, guild);
        return store.in(guild);
    }

    public synchronized OutgoingHook create(Caller caller, GuildId guild, String url, List<String> events) {
        managed(caller, guild);
        if (store.in(guild).size() >= Limits.OUTGOING_HOOKS_MAX) {
            throw new Refused(new Refusal.Full(Thing.WEBHOOK, Limits.OUTGOING_HOOKS_MAX));
        }
        var made = new OutgoingHook(new EntityId(ids.next()), guild, url, Secrets.fresh(), events, caller.id());
        return saved(made);
    }

    public synchronized OutgoingHook change(
            Caller caller, GuildId guild, EntityId id, @Nullable String url, @Nullable List<String> events) {
        var hook = one(caller, guild, id);
        var moved = url == null ? hook : hook.to(url);
        return saved(events == null ? moved : moved.of(events));
    }

    /// Replaces the secret; what is carried from now on is signed with the new one.
    public synchronized OutgoingHook rotate(Caller caller, GuildId guild, EntityId id) {
        return saved(one(caller, guild, id).signing(Secrets.fresh()));
    }

    /// What was told lately, newest first: taken, waiting or given up.
    public List<Letter> latest(Caller caller, GuildId guild, EntityId id) {
        return store.latest(one(caller, guild, id).id(), Limits.DELIVERIES_SHOWN_MAX);
    }

    public synchronized void delete(Caller caller, GuildId guild, EntityId id) {
        store.delete(one(caller, guild, id).id());
        refresh(guild);
    }

    /// What nobody took, newest first.
    public List<Letter> dead(Caller caller, GuildId guild, EntityId id) {
        return store.dead(one(caller, guild, id).id(), Limits.DEAD_LETTERS_SHOWN_MAX);
    }

    /// Tries a dead letter again from the beginning.
    public void retry(Caller caller, GuildId guild, EntityId id, EntityId letter) {
        if (!store.revive(one(caller, guild, id).id(), letter, clock.instant())) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
    }

    public void discard(Caller caller, GuildId guild, EntityId id, EntityId letter) {
        if (!store.discard(one(caller, guild, id).id(), letter)) {
            throw Refusal.unknown(Thing.MESSAGE);
        }
    }

    private OutgoingHook one(Caller caller, GuildId guild, EntityId id) {
        managed(caller, guild);
        return store.find(id).filter(it -> it.guild().equals(guild)).orElseThrow(() -> Refusal.unknown(Thing.WEBHOOK));
    }

    private OutgoingHook saved(OutgoingHook hook) {
        store.save(hook, clock.instant());
        refresh(hook.guild());
        return hook;
    }

    private void refresh(GuildId guild) {
        var present = store.in(guild);
        if (present.isEmpty()) {
            byGuild.remove(guild);
        } else {
            byGuild.put(guild, present);
        }
    }

    private void managed(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_WEBHOOKS);
    }
}
