package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.refusal.Refused;
import chat.parley.base.sql.Database;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.Member;
import chat.parley.guild.Role;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.guild.role.RoleStore;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets a bot into a guild, with a role of its own that nobody gives or takes by hand.
public final class Admission {
    private final Guilds guilds;
    private final Database database;
    private final Snowflakes ids;
    private final Clock clock;

    public Admission(Guilds guilds, Database database, Snowflakes ids, Clock clock) {
        this.guilds = guilds;
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /// Makes the bot a member; one that is there already gets its role changed.
    ///
    /// @param asked what the role is to grant; what the caller lacks is left out, so that nobody gains by a bot
    /// @return what the role grants
    /// @throws Refused with `Forbidden`, or with `Banned` when the bot is banned
    public long admit(Caller caller, GuildId guild, UserId bot, String name, long asked) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_GUILD);
            long granted = asked & access.bits() & Permissions.ALL;
            var changed = roles(writing.now(), bot, name, granted);
            var before = writing.now().member(bot);
            if (before == null) {
                guilds.requireRoomFor(bot);
            }
            var joined =
                    before != null ? before : new Member(bot, clock.instant().truncatedTo(ChronoUnit.MICROS), false);
            var member = joined.with(Stream.concat(
                            joined.roles().stream(),
                            Stream.of(changed.getFirst().id()))
                    .distinct()
                    .toList());
            store(guild, changed, member, before == null);
            tell(writing, changed, before, member);
            if (before == null) {
                writing.note(Deed.of(caller, guild, DeedKind.BOT_ADD, bot));
            }
            return granted;
        });
    }

    private void store(GuildId guild, List<Role> changed, Member member, boolean fresh) {
        database.transaction(sql -> {
            if (fresh && BanStore.banned(sql, guild, member.user())) {
                throw new Refused(new Refusal.Banned());
            }
            RoleStore.save(sql, changed);
            if (fresh) {
                MemberStore.insert(sql, guild, member);
            }
            MemberStore.give(sql, guild, member);
            return true;
        });
    }

    private static void tell(GuildWriting writing, List<Role> changed, @Nullable Member before, Member member) {
        var guild = writing.now().id();
        var events = new ArrayList<GuildEvent>();
        for (var role : changed) {
            boolean known = writing.now().role(role.id()) != null;
            events.add(known ? new GuildEvent.RoleUpdated(guild, role) : new GuildEvent.RoleCreated(guild, role));
        }
        if (before == null) {
            events.add(new GuildEvent.MemberJoined(guild, member));
        } else if (!before.equals(member)) {
            events.add(new GuildEvent.MemberUpdated(guild, before, member));
        }
        writing.become(writing.now().withRoles(changed).with(member), events.toArray(GuildEvent[]::new));
    }

    /// The bot's role first, then those that it pushed up.
    private List<Role> roles(GuildSnapshot now, UserId bot, String name, long granted) {
        var all = now.roles().list();
        var own = all.stream().filter(it -> bot.equals(it.bot())).findFirst();
        if (own.isPresent()) {
            return List.of(own.get().granting(granted));
        }
        if (all.size() >= Limits.ROLES_PER_GUILD_MAX) {
            throw new Refused(new Refusal.Full(Thing.ROLE, Limits.ROLES_PER_GUILD_MAX));
        }
        var changed = new ArrayList<Role>();
        changed.add(new Role(new RoleId(ids.next()), now.id(), name, Role.Look.PLAIN, false, false, bot, 1, granted));
        all.stream().filter(it -> !it.everyone()).forEach(it -> changed.add(it.at(it.position() + 1)));
        return changed;
    }
}
