package chat.parley.guild.role;

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
import chat.parley.guild.Arrangement;
import chat.parley.guild.GuildAccess;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.GuildWriting;
import chat.parley.guild.Guilds;
import chat.parley.guild.Premises;
import chat.parley.guild.Role;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// The roles of a guild. Nobody touches a role at or above their own highest, and nobody adds to a role or
/// takes from it a permission that they do not have themselves.
public final class Roles {
    private final Guilds guilds;
    private final Premises premises;
    private final Database database;
    private final Snowflakes ids;

    public Roles(Guilds guilds, Premises premises, Database database, Snowflakes ids) {
        this.guilds = guilds;
        this.premises = premises;
        this.database = database;
        this.ids = ids;
    }

    /// Makes a role directly above `@everyone`; those that were there move up by one.
    ///
    /// @param change makes the wanted role of one named `new role` that grants what `@everyone` may do
    public Role create(Caller caller, GuildId guild, UnaryOperator<Role> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_ROLES);
            var roles = access.roles();
            if (roles.size() >= Limits.ROLES_PER_GUILD_MAX) {
                throw new Refused(new Refusal.Full(Thing.ROLE, Limits.ROLES_PER_GUILD_MAX));
            }
            long everyones = access.snapshot().roles().everyone().permissions();
            var plain = new Role(
                    new RoleId(ids.next()),
                    guild,
                    "new role",
                    Role.Look.PLAIN,
                    false,
                    false,
                    null,
                    1,
                    everyones & access.bits());
            var created = checked(plain, change.apply(plain));
            requireHeld(access, created.permissions());
            var changed = new ArrayList<Role>(List.of(created));
            roles.stream().filter(role -> !role.everyone()).forEach(role -> changed.add(role.at(role.position() + 1)));
            save(writing, changed);
            writing.note(RoleDeeds.created(caller, created));
            return created;
        });
    }

    /// Changes name, colour, hoisting, mentioning or permissions of a role.
    public Role edit(Caller caller, GuildId guild, RoleId id, UnaryOperator<Role> change) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_ROLES);
            var before = access.below(id);
            var after = checked(before, change.apply(before));
            if (before.everyone() && !before.name().equals(after.name())) {
                throw Refusal.invalid("name", "ROLE_NAME_FIXED", "@everyone cannot be renamed.");
            }
            requireHeld(access, before.permissions() ^ after.permissions());
            if (!after.equals(before)) {
                save(writing, List.of(after));
                writing.note(RoleDeeds.updated(caller, before, after));
            }
            return after;
        });
    }

    /// Moves roles to new positions, 1 being the one above `@everyone`; the others keep their order. Whoever
    /// sends all roles may name those above them, too, as long as they stay where they are.
    ///
    /// @return all roles, lowest first
    public List<Role> arrange(Caller caller, GuildId guild, Map<RoleId, Integer> wanted) {
        return guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_ROLES);
            var indices = new HashMap<Role, Integer>();
            wanted.forEach((id, position) -> indices.put(access.role(id), position - 1));
            var bottom = indices.remove(access.snapshot().roles().everyone());
            if (bottom != null && bottom != -1) {
                throw Refusal.notAllowed("@everyone stays at the bottom.");
            }
            var movable =
                    access.roles().stream().filter(role -> !role.everyone()).toList();
            var ordered = Arrangement.of(movable, indices);
            var changed = new ArrayList<Role>();
            for (int i = 0; i < ordered.size(); i++) {
                var role = ordered.get(i);
                if (role.position() != i + 1) {
                    requireBelow(access, Math.max(role.position(), i + 1));
                    changed.add(role.at(i + 1));
                }
            }
            if (!changed.isEmpty()) {
                save(writing, changed);
                changed.stream()
                        .filter(it -> wanted.containsKey(it.id()))
                        .map(it -> RoleDeeds.updated(caller, access.role(it.id()), it))
                        .forEach(writing::note);
            }
            return writing.now().roles().list();
        });
    }

    /// Deletes a role; those above move down by one, who held it does not any more, and channels forget it.
    public void delete(Caller caller, GuildId guild, RoleId id) {
        guilds.write(guild, writing -> {
            var access = writing.as(caller).requiring(Permission.MANAGE_ROLES);
            var gone = access.below(id);
            if (gone.everyone() || gone.managed()) {
                throw Refusal.notAllowed("This role cannot be deleted.");
            }
            delete(writing, gone);
            writing.note(RoleDeeds.deleted(caller, gone));
            return true;
        });
    }

    /// Deletes the role of a bot that is a member no more.
    public void dissolve(GuildId guild, UserId bot) {
        guilds.write(guild, writing -> {
            boolean back = writing.now().member(bot) != null;
            for (var role : back ? List.<Role>of() : writing.now().roles().list()) {
                if (bot.equals(role.bot())) {
                    delete(writing, role);
                }
            }
            return true;
        });
    }

    private void delete(GuildWriting writing, Role gone) {
        var guild = writing.now().id();
        var lowered = writing.now().roles().list().stream()
                .filter(role -> role.position() > gone.position())
                .map(role -> role.at(role.position() - 1))
                .toList();
        var after = database.transaction(sql -> {
            RoleStore.delete(sql, gone);
            RoleStore.save(sql, lowered);
            return premises.forget(sql, guild, gone.id());
        });
        var next = writing.now().without(gone.id()).withRoles(lowered);
        writing.become(next, new GuildEvent.RoleDeleted(guild, gone.id()));
        lowered.forEach(role -> writing.become(next, new GuildEvent.RoleUpdated(guild, role)));
        after.run();
    }

    private void save(GuildWriting writing, List<Role> changed) {
        database.transaction(sql -> {
            RoleStore.save(sql, changed);
            return true;
        });
        var before = writing.now();
        var events = changed.stream()
                .map(role -> before.role(role.id()) == null
                        ? new GuildEvent.RoleCreated(before.id(), role)
                        : new GuildEvent.RoleUpdated(before.id(), role))
                .toArray(GuildEvent[]::new);
        writing.become(before.withRoles(changed), events);
    }

    private static void requireBelow(GuildAccess access, int position) {
        if (position >= access.rank()) {
            throw Refusal.notAllowed("Roles move only below your highest.");
        }
    }

    /// What a change may not touch stays; what it may is checked.
    private static Role checked(Role before, Role after) {
        int length = after.name().codePointCount(0, after.name().length());
        if (length < 1 || length > Limits.ROLE_NAME_MAX_CHARS) {
            throw Refusal.length("name", 1, Limits.ROLE_NAME_MAX_CHARS);
        }
        boolean same = Objects.equals(before.id(), after.id()) && before.position() == after.position();
        if (!same || !Objects.equals(before.bot(), after.bot())) {
            throw new IllegalArgumentException("A change of a role keeps its id and position");
        }
        return after.granting(after.permissions() & Permissions.ALL);
    }

    private static void requireHeld(GuildAccess access, long bits) {
        long lacking = bits & ~access.bits();
        for (var permission : Permission.values()) {
            if (permission.in(lacking)) {
                throw Refusal.forbidden(permission.name());
            }
        }
    }
}
