package chat.parley.guild;

import chat.parley.account.Caller;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.permission.Permission;
import java.util.List;

/// A guild as one of its members sees it. To hold one is the proof of membership.
///
/// @param bits what the caller may do in the guild, as [GuildSnapshot#permissions]
public record GuildAccess(Caller caller, GuildSnapshot snapshot, Member self, long bits) {

    public Guild guild() {
        return snapshot.guild();
    }

    /// Lowest first.
    public List<Role> roles() {
        return snapshot.roles().list();
    }

    public boolean may(Permission permission) {
        return permission.in(bits);
    }

    /// @throws chat.parley.base.refusal.Refused with `Forbidden` when the caller lacks one of them
    public GuildAccess requiring(Permission... permissions) {
        for (var permission : permissions) {
            if (!permission.in(bits)) {
                throw Refusal.forbidden(permission.name());
            }
        }
        return this;
    }

    /// @throws chat.parley.base.refusal.Refused with `NotAllowed` when the caller does not own the guild
    public GuildAccess requiringOwner() {
        if (!snapshot.owns(caller.id())) {
            throw Refusal.notAllowed("Only the owner may do this.");
        }
        return this;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public Member member(UserId user) {
        var member = snapshot.member(user);
        if (member == null) {
            throw Refusal.unknown(Thing.MEMBER);
        }
        return member;
    }

    /// @throws chat.parley.base.refusal.Refused with `Unknown`
    public Role role(RoleId id) {
        var role = snapshot.role(id);
        if (role == null) {
            throw Refusal.unknown(Thing.ROLE);
        }
        return role;
    }

    /// Where the caller stands among the roles.
    public int rank() {
        return snapshot.rank(self);
    }

    /// A member whom the caller may act upon: one who stands strictly lower.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown`, or with `NotAllowed` when they stand as
    ///     high or higher
    public Member below(UserId user) {
        var member = member(user);
        if (snapshot.rank(member) >= rank()) {
            throw Refusal.notAllowed("They stand at least as high as you.");
        }
        return member;
    }

    /// A role that the caller may change or give: one strictly below their own highest.
    ///
    /// @throws chat.parley.base.refusal.Refused with `Unknown` or `NotAllowed`
    public Role below(RoleId id) {
        var role = role(id);
        if (role.position() >= rank()) {
            throw Refusal.notAllowed("The role stands at least as high as your highest.");
        }
        return role;
    }
}
