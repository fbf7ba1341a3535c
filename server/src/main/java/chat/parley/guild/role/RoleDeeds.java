package chat.parley.guild.role;

import chat.parley.account.Caller;
import chat.parley.guild.Role;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import org.jspecify.annotations.Nullable;

/// How the audit log tells what becomes of roles.
final class RoleDeeds {
    private RoleDeeds() {}

    static Deed created(Caller caller, Role role) {
        return deed(caller, DeedKind.ROLE_CREATE, role).changing(changes(null, role));
    }

    static Deed updated(Caller caller, Role before, Role after) {
        return deed(caller, DeedKind.ROLE_UPDATE, after).changing(changes(before, after));
    }

    static Deed deleted(Caller caller, Role role) {
        return deed(caller, DeedKind.ROLE_DELETE, role).changing(changes(role, null));
    }

    private static Deed deed(Caller caller, DeedKind kind, Role role) {
        return Deed.of(caller, role.guild(), kind, role.id());
    }

    private static Changes<Role> changes(@Nullable Role before, @Nullable Role after) {
        return Changes.between(before, after)
                .tell("name", Role::name)
                .tell("permissions", it -> Long.toString(it.permissions()))
                .tell("color", Role::color)
                .tell("icon_hash", it -> it.look().icon())
                .tell("unicode_emoji", it -> it.look().emoji())
                .tell("hoist", Role::hoist)
                .tell("mentionable", Role::mentionable)
                .tell("position", Role::position);
    }
}
