package chat.parley.reception.template;

import chat.parley.base.id.ChannelId;
import chat.parley.channel.Channel;
import chat.parley.channel.trait.Forum;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Role;
import chat.parley.permission.Overwrite;
import chat.parley.reception.template.Plan.PlannedChannel;
import chat.parley.reception.template.Plan.PlannedRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws the plan of a guild as it is now. The same guild gives the same plan, so two can be compared.
final class Survey {
    private final Map<Long, Integer> roles = new HashMap<>();
    private final Map<ChannelId, Integer> channels = new HashMap<>();

    private Survey() {}

    static Plan of(GuildSnapshot snapshot, List<Channel> all) {
        return new Survey().plan(snapshot, all);
    }

    private Plan plan(GuildSnapshot snapshot, List<Channel> all) {
        var kept = snapshot.roles().list().stream().filter(it -> !it.managed()).toList();
        kept.forEach(it -> roles.put(it.id().value(), roles.size()));
        var byAge = all.stream().sorted(Comparator.comparing(Channel::id)).toList();
        byAge.forEach(it -> channels.put(it.id(), channels.size() + 1));
        var guild = snapshot.guild();
        var settings = guild.settings();
        return new Plan(
                guild.name(),
                guild.description(),
                new Plan.Habits(
                        settings.verificationLevel(),
                        settings.defaultNotifications(),
                        settings.contentFilter(),
                        settings.locale(),
                        settings.afkTimeoutS()),
                number(settings.afkChannel()),
                number(settings.systemChannel()),
                kept.stream().map(this::role).toList(),
                byAge.stream().map(this::channel).toList());
    }

    private @Nullable Integer number(@Nullable ChannelId channel) {
        return channel == null ? null : channels.get(channel);
    }

    private PlannedRole role(Role role) {
        return new PlannedRole(
                roles.getOrDefault(role.id().value(), 0),
                role.name(),
                role.color(),
                role.look().emoji(),
                role.hoist(),
                role.mentionable(),
                role.permissions());
    }

    private PlannedChannel channel(Channel channel) {
        var forum = channel.details().forum();
        return new PlannedChannel(
                channels.getOrDefault(channel.id(), 0),
                channel.kind(),
                channel.name(),
                channel.position(),
                number(channel.parent()),
                forum == null ? channel.details() : channel.details().with(portable(forum)),
                overwrites(channel));
    }

    private List<Overwrite> overwrites(Channel channel) {
        var numbered = new ArrayList<Overwrite>();
        for (var overwrite : channel.overwrites()) {
            var role = roles.get(overwrite.target());
            if (overwrite.kind() == Overwrite.Kind.ROLE && role != null) {
                numbered.add(new Overwrite(Overwrite.Kind.ROLE, role, overwrite.allow(), overwrite.deny()));
            }
        }
        numbered.sort(Comparator.comparingLong(Overwrite::target));
        return numbered;
    }

    /// Tags get numbers, too; emoji of the guild's own mean nothing elsewhere.
    private static Forum portable(Forum forum) {
        var tags = new ArrayList<Forum.Tag>();
        for (var tag : forum.tags()) {
            tags.add(new Forum.Tag(tags.size() + 1L, tag.name(), tag.moderated(), portable(tag.emoji())));
        }
        return new Forum(tags, portable(forum.reaction()), forum.sortOrder(), forum.layout(), forum.requireTag());
    }

    private static Forum.@Nullable Emoji portable(Forum.@Nullable Emoji emoji) {
        return emoji == null || emoji.id() != null ? null : emoji;
    }
}
