package chat.parley.message;

import chat.parley.account.Users;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.GuildSnapshot;
import chat.parley.message.text.Called;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides whom a message calls: those whom its text names, who exist, whom the author wants to call and may call.
final class Mentioning {
    private static final int MAX = 100;

    private final Users users;

    Mentioning(Users users) {
        this.users = users;
    }

    /// @param anybody whether the author may call everyone and any role
    Message.Mentions resolve(
            GuildSnapshot guild, boolean anybody, String content, AllowedMentions allowed, @Nullable Message answered) {
        var called = Called.in(content);
        var people = people(called, allowed);
        if (answered != null && allowed.answered()) {
            people.add(answered.author());
        }
        boolean everyone = called.everyone() && allowed.everyone() && anybody;
        var roles = roles(guild, called, allowed, anybody);
        return people.isEmpty() && roles.isEmpty() && !everyone
                ? Message.Mentions.NONE
                : new Message.Mentions(List.copyOf(people), roles, everyone);
    }

    private Set<UserId> people(Called called, AllowedMentions allowed) {
        var wanted = called.users().stream().filter(allowed::allows).limit(MAX).toList();
        var people = new LinkedHashSet<UserId>();
        if (!wanted.isEmpty()) {
            var known = users.all(wanted);
            wanted.stream().filter(known::containsKey).forEach(people::add);
        }
        return people;
    }

    private static List<RoleId> roles(GuildSnapshot guild, Called called, AllowedMentions allowed, boolean anybody) {
        var roles = new ArrayList<RoleId>();
        for (var id : called.roles()) {
            var role = guild.role(id);
            if (role != null && !role.everyone() && (role.mentionable() || anybody) && allowed.allows(id)) {
                roles.add(id);
            }
        }
        return List.copyOf(roles);
    }
}
