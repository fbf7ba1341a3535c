package chat.parley.message;

import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.List;

/// Which of those whom a text names the author wants to call.
///
/// @param users all users named, apart from `onlyUsers`
/// @param roles all roles named, apart from `onlyRoles`
/// @param answered the author of the message answered, named or not
public record AllowedMentions(
        boolean users,
        boolean roles,
        boolean everyone,
        List<UserId> onlyUsers,
        List<RoleId> onlyRoles,
        boolean answered) {
    public static final int LIST_MAX = 100;
    /// What holds when nothing is said.
    public static final AllowedMentions ALL = new AllowedMentions(true, true, true, List.of(), List.of(), true);

    boolean allows(UserId user) {
        return users || onlyUsers.contains(user);
    }

    boolean allows(RoleId role) {
        return roles || onlyRoles.contains(role);
    }
}
