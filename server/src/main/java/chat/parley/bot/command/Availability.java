package chat.parley.bot.command;

import chat.parley.account.Caller;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstallations;
import chat.parley.channel.ChannelAccess;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.permission.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who may use which command in a channel, in Discord's order: whoever administers the guild may always; then what the
/// guild says of the command, or, when it says nothing, of the whole application; then what the command asks for
/// (Discord docs, interactions/application-commands, "Permissions").
public final class Availability {
    private final Commands commands;
    private final Installations installations;
    private final OwnInstallations own;
    private final Guilds guilds;

    /// Somebody in a guild.
    ///
    /// @param channel 0 for no particular one
    private record Standing(GuildSnapshot guild, Member self, long bits, long channel) {
        static Standing of(ChannelAccess it) {
            return new Standing(
                    it.guild(), it.self(), it.bits(), it.channel().id().value());
        }

        static Standing of(GuildAccess it) {
            return new Standing(it.snapshot(), it.self(), it.bits(), 0);
        }
    }

    public Availability(Commands commands, Installations installations, OwnInstallations own, Guilds guilds) {
        this.commands = commands;
        this.installations = installations;
        this.own = own;
        this.guilds = guilds;
    }

    /// Everything that the caller may use in the channel.
    public List<Command> in(ChannelAccess access) {
        return in(Standing.of(access));
    }

    /// Everything that the caller may use in the guild, channels' own rules aside.
    public List<Command> in(GuildAccess access) {
        return in(Standing.of(access));
    }

    private List<Command> in(Standing standing) {
        var found = new ArrayList<Command>();
        if (!Permission.USE_APPLICATION_COMMANDS.in(standing.bits())) {
            return found;
        }
        var guild = standing.guild().id();
        var present = new HashSet<UserId>();
        for (var installation : installations.in(guild)) {
            if (!installation.scopes().contains(Installations.COMMANDS)) {
                continue;
            }
            var application = installation.application();
            present.add(application);
            var rules = commands.rules(guild, application);
            Stream.concat(commands.of(application, guild).stream(), commands.of(application, null).stream())
                    .filter(it -> it.usableIn(0) && may(standing, it, rules))
                    .forEach(found::add);
        }
        for (var application : ownOrSpokenTo(standing)) {
            if (present.add(application)) {
                commands.of(application, null).stream()
                        .filter(it -> follows(standing, it))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /// Applications that the person has taken for themselves, and, in private, the bot that they talk to.
    private Set<UserId> ownOrSpokenTo(Standing standing) {
        var all = new LinkedHashSet<>(own.of(standing.self().user()));
        if (standing.guild().isPrivate()) {
            standing.guild().members().forEach(it -> all.add(it.user()));
        }
        return all;
    }

    /// Whether a command of an application that no guild let in can be used there.
    private static boolean follows(Standing standing, Command command) {
        boolean inPrivate = standing.guild().isPrivate();
        boolean spokenTo = inPrivate && standing.guild().member(command.application()) != null;
        int context = !inPrivate ? 0 : spokenTo ? 1 : 2;
        return command.usableIn(context) && (spokenTo || command.comesWith(1));
    }

    /// By whom an application was let in.
    ///
    /// @param guild the one where it is used
    /// @param self the person who uses it
    public record Owners(boolean guild, boolean self) {}

    public Owners owners(ChannelAccess access, UserId application) {
        return new Owners(
                installations.find(access.guild().id(), application).isPresent(),
                own.has(access.caller().id(), application));
    }

    /// One that the caller may use there.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown` or `Forbidden`
    public Command one(ChannelAccess access, UserId application, EntityId id) {
        access.requiring(Permission.USE_APPLICATION_COMMANDS);
        var guild = access.guild().id();
        var command = commands.met(application, guild, id).orElseThrow(() -> Refusal.unknown(Thing.COMMAND));
        boolean installed = installations
                .find(guild, application)
                .filter(it -> it.scopes().contains(Installations.COMMANDS))
                .isPresent();
        if (!installed) {
            boolean near = ownOrSpokenTo(Standing.of(access)).contains(application);
            if (!near || command.guild() != null || !follows(Standing.of(access), command)) {
                throw Refusal.unknown(Thing.COMMAND);
            }
            return command;
        }
        if (!may(Standing.of(access), command, commands.rules(guild, application))) {
            throw Refusal.forbidden("USE_APPLICATION_COMMANDS");
        }
        return command;
    }

    /// What the guild says, by command.
    public Map<Long, List<Rule>> rules(Caller caller, GuildId guild, UserId application) {
        guilds.of(caller, guild);
        return commands.rules(guild, application);
    }

    public void rule(Caller caller, GuildId guild, UserId application, EntityId target, List<Rule> rules) {
        guilds.of(caller, guild).requiring(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES);
        boolean all = target.value() == application.value();
        if (!all && commands.met(application, guild, target).isEmpty()) {
            throw Refusal.unknown(Thing.COMMAND);
        }
        commands.rule(caller, guild, application, target, rules);
    }

    private static boolean may(Standing access, Command command, Map<Long, List<Rule>> rules) {
        if (access.guild().administers(access.self())) {
            return true;
        }
        var own = rules.getOrDefault(command.id().value(), List.of());
        var all = rules.getOrDefault(command.application().value(), List.of());
        long guild = access.guild().id().value();
        var here = either(own, all, Rule.CHANNEL, access.channel(), guild - 1);
        if (here != null && !here) {
            return false;
        }
        var said = said(access, own);
        if (said == null) {
            said = said(access, all);
        }
        if (said != null) {
            return said;
        }
        var needed = command.draft().defaultPermissions();
        return needed == null || (needed != 0 && (access.bits() & needed) == needed);
    }

    /// What the rules say of a member: of them alone, then of any of their roles, then of everybody.
    private static @Nullable Boolean said(Standing access, List<Rule> rules) {
        long guild = access.guild().id().value();
        var user = first(rules, Rule.USER, it -> it == access.self().user().value());
        if (user != null) {
            return user;
        }
        boolean denied = false;
        for (var role : access.self().roles()) {
            var said = first(rules, Rule.ROLE, it -> it == role.value());
            if (said != null && said) {
                return true;
            }
            denied |= said != null;
        }
        return denied ? Boolean.FALSE : first(rules, Rule.ROLE, it -> it == guild);
    }

    private static @Nullable Boolean either(List<Rule> own, List<Rule> all, int type, long exact, long every) {
        for (var rules : List.of(own, all)) {
            for (long id : new long[] {exact, every}) {
                var said = first(rules, type, it -> it == id);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    private static @Nullable Boolean first(List<Rule> rules, int type, LongPredicate of) {
        for (var rule : rules) {
            if (rule.type() == type && of.test(rule.id())) {
                return rule.permission();
            }
        }
        return null;
    }
}
