package chat.parley.bot.install;

import chat.parley.account.Caller;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.bot.Application;
import chat.parley.bot.Applications;
import chat.parley.guild.Guilds;
import chat.parley.guild.member.Admission;
import chat.parley.guild.member.Membership;
import chat.parley.permission.Permission;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Installing applications in guilds, and throwing them out.
public final class Installations {
    /// A bot account becomes a member.
    public static final String BOT = "bot";
    /// Its commands can be used.
    public static final String COMMANDS = "applications.commands";

    private final InstallationStore store;
    private final Applications applications;
    private final Guilds guilds;
    private final Admission admission;
    private final Membership membership;
    private final Bus bus;
    private final Clock clock;

    public Installations(
            InstallationStore store,
            Applications applications,
            Guilds guilds,
            Admission admission,
            Membership membership,
            Bus bus,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.guilds = guilds;
        this.admission = admission;
        this.membership = membership;
        this.bus = bus;
        this.clock = clock;
    }

    /// Installs an application; again, with other scopes, when it is there already.
    ///
    /// @param permissions what the bot's role is to grant; what the caller lacks is left out
    public Installation install(Caller caller, GuildId guild, UserId id, List<String> scopes, long permissions) {
        var application = installable(caller, id);
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        long granted = permissions;
        if (scopes.contains(BOT)) {
            granted = admission.admit(caller, guild, id, application.about().name(), permissions);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var installation = new Installation(guild, id, caller.id(), scopes, granted, now);
        var before = store.find(guild, id).orElse(null);
        boolean fresh = store.save(installation);
        bus.publish(new InstallEvent.Installed(installation, !fresh));
        bus.publish(InstallDeeds.installed(caller, application, before, installation));
        return installation;
    }

    /// What the caller may install: their own, and what is open to all.
    ///
    /// @throws Refused with `Unknown`
    public Application installable(Caller caller, UserId id) {
        var application = applications.one(id);
        if (!application.open() && !application.owner().equals(caller.id())) {
            throw Refusal.unknown(Thing.APPLICATION);
        }
        return application;
    }

    /// @throws Refused with `Forbidden` unless the caller manages the guild
    public List<Installation> in(Caller caller, GuildId guild) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        return store.in(guild);
    }

    /// For features that ask what a guild has.
    public Optional<Installation> find(GuildId guild, UserId application) {
        return store.find(guild, application);
    }

    public List<Installation> in(GuildId guild) {
        return store.in(guild);
    }

    public List<GuildId> guildsOf(UserId application) {
        return store.guildsOf(application);
    }

    /// In how many guilds it is.
    public long count(UserId application) {
        return store.count(application);
    }

    /// Throws an application out of a guild.
    public void remove(Caller caller, GuildId guild, UserId application) {
        var access = guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD);
        var gone = store.find(guild, application).orElseThrow(() -> Refusal.unknown(Thing.INTEGRATION));
        if (access.snapshot().member(application) != null) {
            membership.leave(asBot(application), guild);
        }
        forget(guild, application);
        String name =
                applications.find(application).map(it -> it.about().name()).orElse("");
        bus.publish(InstallDeeds.removed(caller, gone, name));
    }

    /// Leaves every guild, because the application ends.
    public void removeAll(UserId application) {
        for (var guild : guilds.ofMember(application)) {
            membership.leave(asBot(application), guild.id());
        }
        store.guildsOf(application).forEach(it -> forget(it, application));
    }

    /// The application is in the guild no more.
    void forget(GuildId guild, UserId application) {
        if (store.delete(guild, application)) {
            bus.publish(new InstallEvent.Removed(guild, application));
        }
    }

    private static Caller asBot(UserId bot) {
        return new Caller(bot, new EntityId(bot.value()), true, false);
    }
}
