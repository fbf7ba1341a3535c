package chat.parley.permission;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Discord's rules once more, from the words of its documentation and one permission at a time, to compare with. It
/// shares nothing with [Permissions].
record SlowPermissions(long everyoneId, Set<Permission> everyone, List<HeldRole> roles, long user, boolean owner) {

    record HeldRole(long id, Set<Permission> grants) {}

    static Set<Permission> named(long bits) {
        var set = EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) {
            if ((bits >>> Long.numberOfTrailingZeros(permission.bit()) & 1) == 1) {
                set.add(permission);
            }
        }
        return set;
    }

    Set<Permission> inGuild() {
        var all = EnumSet.allOf(Permission.class);
        if (owner) {
            return all;
        }
        var mine = EnumSet.noneOf(Permission.class);
        mine.addAll(everyone);
        roles.forEach(role -> mine.addAll(role.grants()));
        return mine.contains(Permission.ADMINISTRATOR) ? all : mine;
    }

    Set<Permission> inChannel(List<Overwrite> overwrites, boolean voice) {
        var base = inGuild();
        if (base.contains(Permission.ADMINISTRATOR)) {
            return base;
        }
        var mine = EnumSet.noneOf(Permission.class);
        for (var permission : Permission.values()) {
            if (permission != Permission.ADMINISTRATOR && decided(permission, base.contains(permission), overwrites)) {
                mine.add(permission);
            }
        }
        if (!mine.contains(Permission.VIEW_CHANNEL)) {
            return EnumSet.noneOf(Permission.class);
        }
        if (!mine.contains(Permission.SEND_MESSAGES)) {
            mine.removeAll(EnumSet.of(
                    Permission.MENTION_EVERYONE,
                    Permission.SEND_TTS_MESSAGES,
                    Permission.ATTACH_FILES,
                    Permission.EMBED_LINKS,
                    Permission.SEND_VOICE_MESSAGES,
                    Permission.SEND_POLLS));
        }
        if (voice && !mine.contains(Permission.CONNECT)) {
            mine.removeIf(it -> it.name()
                    .matches(
                            "PRIORITY_SPEAKER|STREAM|SPEAK|(MUTE|DEAFEN|MOVE)_MEMBERS|USE_(VAD|EMBEDDED_ACTIVITIES|SOUNDBOARD|"
                                    + "EXTERNAL_SOUNDS)|REQUEST_TO_SPEAK|SET_VOICE_CHANNEL_STATUS|"
                                    + "MANAGE_(CHANNELS|ROLES)"));
        }
        return mine;
    }

    /// The last word on one permission: member, else roles (allow before deny), else everyone, else the guild.
    private boolean decided(Permission permission, boolean inGuild, List<Overwrite> overwrites) {
        for (var it : overwrites) {
            if (it.kind() == Overwrite.Kind.MEMBER && it.target() == user && says(it, permission)) {
                return permission.in(it.allow());
            }
        }
        boolean denied = false;
        for (var it : overwrites) {
            if (it.kind() == Overwrite.Kind.ROLE && holds(it.target())) {
                if (permission.in(it.allow())) {
                    return true;
                }
                denied |= permission.in(it.deny());
            }
        }
        if (denied) {
            return false;
        }
        for (var it : overwrites) {
            if (it.kind() == Overwrite.Kind.ROLE && it.target() == everyoneId && says(it, permission)) {
                return permission.in(it.allow());
            }
        }
        return inGuild;
    }

    private boolean holds(long role) {
        return roles.stream().anyMatch(it -> it.id() == role);
    }

    private static boolean says(Overwrite overwrite, Permission permission) {
        return permission.in(overwrite.allow()) || permission.in(overwrite.deny());
    }
}
