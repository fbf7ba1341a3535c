package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.permission.Permission;
import chat.parley.permission.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A guild at one moment: settings, roles, members. Immutable, so whoever holds one sees a whole.
///
/// @param epoch grows with every change after which somebody may do more or less than before
public record GuildSnapshot(Guild guild, RoleTable roles, MemberTable members, Expressions expressions, long epoch) {

    /// Without emoji and stickers.
    public GuildSnapshot(Guild guild, RoleTable roles, MemberTable members, long epoch) {
        this(guild, roles, members, Expressions.NONE, epoch);
    }

    public GuildId id() {
        return guild.id();
    }

    public @Nullable Member member(UserId user) {
        return members.find(user);
    }

    public @Nullable Role role(RoleId role) {
        return roles.find(role);
    }

    /// A conversation: no community, and in none of its lists.
    public boolean isPrivate() {
        return guild.isPrivate();
    }

    /// Nobody owns a conversation in the sense of rights: who began a group may do what the others may, and a little
    /// more that the group's own verbs say.
    public boolean owns(UserId user) {
        return !guild.isPrivate() && guild.owner().equals(user);
    }

    /// What a member may do in the guild, apart from what channels say.
    public long permissions(Member member, Instant now) {
        if (owns(member.user())) {
            return Permissions.ALL;
        }
        long bits = permissions(member.roles());
        return member.mute(now) ? Permissions.whileTimedOut(bits) : bits;
    }

    /// What anybody with those roles may do in the guild, who is not its owner.
    public long permissions(List<RoleId> held) {
        return Permissions.inGuild(roles.everyone().permissions(), roles.granted(held));
    }

    /// Where a member stands: the owner above all, the others at their highest role.
    public int rank(Member member) {
        return owns(member.user()) ? Integer.MAX_VALUE : roles.highest(member.roles());
    }

    public boolean administers(Member member) {
        return owns(member.user()) || Permission.ADMINISTRATOR.in(permissions(member.roles()));
    }

    public GuildSnapshot with(Guild next) {
        boolean sameRules = next.owner().equals(guild.owner());
        return new GuildSnapshot(next, roles, members, expressions, sameRules ? epoch : epoch + 1);
    }

    public GuildSnapshot withRoles(Collection<Role> changed) {
        return new GuildSnapshot(guild, roles.with(changed), members, expressions, epoch + 1);
    }

    /// Without a role, which is also taken from all who hold it.
    public GuildSnapshot without(RoleId role) {
        var holders = new ArrayList<Member>();
        members.forEach(member -> {
            if (member.roles().contains(role)) {
                holders.add(member);
            }
        });
        var rest = members;
        for (var holder : holders) {
            rest = rest.with(holder.without(role));
        }
        return new GuildSnapshot(guild, roles.without(role), rest, expressions, epoch + 1);
    }

    public GuildSnapshot with(Member member) {
        var before = members.find(member.user());
        boolean sameRules = before != null
                && before.roles().equals(member.roles())
                && Objects.equals(before.timeoutUntil(), member.timeoutUntil())
                && before.arrival().pending() == member.arrival().pending();
        return new GuildSnapshot(guild, roles, members.with(member), expressions, sameRules ? epoch : epoch + 1);
    }

    /// Emoji and stickers give nobody a right.
    public GuildSnapshot with(Expressions others) {
        return new GuildSnapshot(guild, roles, members, others, epoch);
    }

    public GuildSnapshot without(Collection<UserId> users) {
        var rest = members;
        for (var user : users) {
            rest = rest.without(user);
        }
        return new GuildSnapshot(guild, roles, rest, expressions, epoch + 1);
    }

    public GuildSnapshot without(UserId user) {
        return new GuildSnapshot(guild, roles, members.without(user), expressions, epoch + 1);
    }

    GuildSnapshot after(long older) {
        return new GuildSnapshot(guild, roles, members, expressions, older + 1);
    }
}
