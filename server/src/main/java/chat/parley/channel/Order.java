package chat.parley.channel;

import chat.parley.base.id.ChannelId;
import chat.parley.guild.Arrangement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The positions of channels: within one parent and one row they are 0, 1, 2… without gaps.
final class Order {
    private Order() {}

    private record Group(@Nullable ChannelId parent, Channel.Kind.Row row) {
        static Group of(Channel channel) {
            return new Group(channel.parent(), channel.kind().row());
        }
    }

    /// The position behind all channels of the same kind under the same parent.
    static int end(ChannelTable table, Channel.Kind kind, @Nullable ChannelId parent) {
        var group = new Group(parent, kind.row());
        return (int)
                table.list().stream().filter(it -> Group.of(it).equals(group)).count();
    }

    /// Numbers all channels anew.
    ///
    /// @param channels with the parents they shall have
    /// @param wanted positions that were asked for, for some of them
    /// @return those whose position is another now
    static List<Channel> renumbered(Collection<Channel> channels, Map<ChannelId, Integer> wanted) {
        var groups = new LinkedHashMap<Group, List<Channel>>();
        channels.forEach(it ->
                groups.computeIfAbsent(Group.of(it), _ -> new ArrayList<>()).add(it));
        var moved = new ArrayList<Channel>();
        for (var group : groups.values()) {
            var asked = new HashMap<Channel, Integer>();
            group.forEach(it -> {
                var position = wanted.get(it.id());
                if (position != null) {
                    asked.put(it, position);
                }
            });
            var ordered = Arrangement.of(group, asked);
            for (int i = 0; i < ordered.size(); i++) {
                if (ordered.get(i).position() != i) {
                    moved.add(ordered.get(i).at(i));
                }
            }
        }
        return moved;
    }

    /// What became of those that differ from the table, as events.
    static List<ChannelEvent> changes(ChannelTable before, Collection<Channel> after) {
        var events = new ArrayList<ChannelEvent>();
        for (var channel : after) {
            var old = before.find(channel.id());
            if (old == null) {
                events.add(new ChannelEvent.Created(channel));
            } else if (!Objects.equals(old, channel)) {
                events.add(new ChannelEvent.Updated(old, channel));
            }
        }
        return events;
    }
}
