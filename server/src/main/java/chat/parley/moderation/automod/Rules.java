package chat.parley.moderation.automod;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channels;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Deed;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/// The rules of guilds: who manages a guild makes, changes and deletes them, under the guild's lock. Those of a guild
/// are read once and made ready for matching.
public final class Rules {
    private final ConcurrentHashMap<GuildId, List<Judge>> ready = new ConcurrentHashMap<>();
    private final Guilds guilds;
    private final Channels channels;
    private final RuleStore store;
    private final Snowflakes ids;
    private final Bus bus;

    public Rules(Guilds guilds, Channels channels, Database database, Snowflakes ids, Bus bus) {
        this.guilds = guilds;
        this.channels = channels;
        this.store = new RuleStore(database);
        this.ids = ids;
        this.bus = bus;
        bus.subscribe(GuildEvent.Deleted.class, it -> ready.remove(it.guild()));
    }

    public List<Rule> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        return of(guild).stream().map(Judge::rule).toList();
    }

    /// @throws Refused with `Unknown`
    public Rule one(Caller caller, GuildId guild, EntityId id) {
        return in(caller, guild).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown(Thing.RULE));
    }

    /// @param wanted its id and creator do not matter
    public Rule create(Caller caller, GuildId guild, Rule wanted) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var rule = new Rule(
                    new EntityId(ids.next()),
                    guild,
                    caller.id(),
                    wanted.name(),
                    wanted.enabled(),
                    wanted.trigger(),
                    wanted.actions(),
                    wanted.exemptRoles(),
                    wanted.exemptChannels());
            check(access, rule);
            int most = rule.trigger().kind().most();
            if (of(guild).stream()
                            .filter(it ->
                                    it.rule().trigger().kind() == rule.trigger().kind())
                            .count()
                    >= most) {
                throw new Refused(new Refusal.Full(Thing.RULE, most));
            }
            store.save(rule);
            shown(writing, new RuleEvent.Created(rule), RuleDeeds.created(caller, rule));
            return rule;
        });
    }

    /// @param change keeps id and kind of trigger
    public Rule edit(Caller caller, GuildId guild, EntityId id, UnaryOperator<Rule> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var before = one(caller, guild, id);
            var after = change.apply(before);
            if (!after.equals(before)) {
                check(access, after);
                store.save(after);
                shown(writing, new RuleEvent.Updated(after), RuleDeeds.updated(caller, before, after));
            }
            return after;
        });
    }

    public void delete(Caller caller, GuildId guild, EntityId id) {
        guilds.write(guild, writing -> {
            writing.as(caller).requiring(Permission.MANAGE_GUILD);
            var gone = one(caller, guild, id);
            store.delete(gone);
            shown(writing, new RuleEvent.Deleted(gone), RuleDeeds.deleted(caller, gone));
            return true;
        });
    }

    /// All rules of a guild, for whoever has a reason to name them: its audit log.
    public List<Rule> all(GuildId guild) {
        return of(guild).stream().map(Judge::rule).toList();
    }

    /// Ready for use, in the order in which they were made.
    List<Judge> of(GuildId guild) {
        return ready.computeIfAbsent(
                guild, it -> store.in(it).stream().map(Judge::new).toList());
    }

    RuleStore store() {
        return store;
    }

    private void shown(GuildWriting writing, RuleEvent event, Deed deed) {
        var guild = writing.now().guild();
        ready.remove(guild.id());
        boolean screened = of(guild.id()).stream()
                .map(Judge::rule)
                .anyMatch(it -> it.enabled() && !it.trigger().kind().ofNames());
        var safety = guild.settings().safety();
        if (safety.screened() != screened) {
            writing.change(guild.with(safety.screened(screened)));
        }
        bus.publish(event);
        writing.note(deed);
    }

    private void check(GuildAccess access, Rule rule) {
        RuleCheck.check(rule);
        if (rule.action(Action.Kind.TIMEOUT) != null || rule.action(Action.Kind.RESTRAIN) != null) {
            access.requiring(Permission.MODERATE_MEMBERS);
        }
        var alert = rule.action(Action.Kind.ALERT);
        var channel = alert == null || alert.channel() == null ? null : channels.find(alert.channel());
        if (alert != null
                && (channel == null
                        || !channel.guild().equals(rule.guild())
                        || !channel.kind().holdsMessages())) {
            throw Refusal.invalid("actions", "CHANNEL_INVALID", "The guild has no such channel of the right kind.");
        }
    }
}
