package chat.parley.guild.member;

import chat.parley.account.Caller;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Changes;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// How the audit log tells what is done to members.
final class MemberDeeds {
    private MemberDeeds() {}

    static Deed kicked(Caller caller, GuildId guild, UserId user) {
        return Deed.of(caller, guild, DeedKind.MEMBER_KICK, user);
    }

    static Deed pruned(Caller caller, GuildId guild, int days, int removed) {
        return Deed.of(caller, guild, DeedKind.MEMBER_PRUNE, null)
                .with("delete_member_days", days)
                .with("members_removed", removed);
    }

    static Deed banned(Caller caller, GuildId guild, UserId user) {
        return Deed.of(caller, guild, DeedKind.MEMBER_BAN_ADD, user);
    }

    static Deed unbanned(Caller caller, GuildId guild, UserId user) {
        return Deed.of(caller, guild, DeedKind.MEMBER_BAN_REMOVE, user);
    }

    /// One change may be two deeds: roles have a kind of their own.
    static List<Deed> changed(Caller caller, GuildSnapshot guild, Member before, Member after) {
        var deeds = new ArrayList<Deed>();
        var changes = Changes.between(before, after)
                .tell("nick", Member::nick)
                .tell("bypasses_verification", it -> it.arrival().has(Member.Arrival.EXCUSED))
                .tell("communication_disabled_until", Member::timeoutUntil)
                .list();
        if (!changes.isEmpty()) {
            deeds.add(Deed.of(caller, guild.id(), DeedKind.MEMBER_UPDATE, after.user())
                    .changing(changes));
        }
        var roles = new ArrayList<Change>();
        tell(roles, "$add", guild, after.roles(), before.roles());
        tell(roles, "$remove", guild, before.roles(), after.roles());
        if (!roles.isEmpty()) {
            deeds.add(Deed.of(caller, guild.id(), DeedKind.MEMBER_ROLE_UPDATE, after.user())
                    .changing(roles));
        }
        return deeds;
    }

    private static void tell(
            List<Change> changes, String key, GuildSnapshot guild, Collection<RoleId> these, Collection<RoleId> those) {
        var moved = these.stream()
                .filter(it -> !those.contains(it))
                .map(it -> named(guild, it))
                .toList();
        if (!moved.isEmpty()) {
            changes.add(Change.of(key, null, moved));
        }
    }

    private static Map<String, String> named(GuildSnapshot guild, RoleId id) {
        var role = guild.role(id);
        return Map.of("id", id.text(), "name", role == null ? "" : role.name());
    }
}
