package chat.parley.edge.discord.gateway.fanout;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Channel;
import chat.parley.channel.View;
import chat.parley.permission.Overwrite;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which channels each member sees in one view of a guild, as sorted ids. Members with the same roles share one
/// array, unless they are the owner or an overwrite names them; so a change of roles in a guild of thousands is
/// worked out for each set of roles, not for each member.
final class Sight {
    static final long[] NOTHING = {};

    private final View view;
    private final Set<Long> named = new HashSet<>();
    private final Map<List<RoleId>, long[]> byRoles = new HashMap<>();

    Sight(View view) {
        this.view = view;
        for (var channel : view.channels()) {
            for (var overwrite : channel.overwrites()) {
                if (overwrite.kind() == Overwrite.Kind.MEMBER) {
                    named.add(overwrite.target());
                }
            }
        }
    }

    /// Whether it tells the same as one of that view.
    boolean shows(View other) {
        return view.rulesEpoch() == other.rulesEpoch();
    }

    long[] of(UserId user) {
        var member = view.guild().member(user);
        if (member == null) {
            return NOTHING;
        }
        if (view.guild().owns(user) || named.contains(user.value())) {
            return computed(user);
        }
        return byRoles.computeIfAbsent(member.roles(), _ -> computed(user));
    }

    static boolean sees(long[] visible, ChannelId channel) {
        return Arrays.binarySearch(visible, channel.value()) >= 0;
    }

    private long[] computed(UserId user) {
        return view.channels().stream()
                .map(Channel::id)
                .filter(it -> view.canView(user, it))
                .mapToLong(ChannelId::value)
                .sorted()
                .toArray();
    }
}
