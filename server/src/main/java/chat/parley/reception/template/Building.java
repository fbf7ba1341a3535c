package chat.parley.reception.template;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.Snowflakes;
import chat.parley.base.sql.Database.Sql;
import chat.parley.channel.Channel;
import chat.parley.channel.Furnishing;
import chat.parley.channel.trait.Forum;
import chat.parley.guild.Blueprint;
import chat.parley.guild.Guild;
import chat.parley.guild.Role;
import chat.parley.guild.Safety;
import chat.parley.permission.Overwrite;
import chat.parley.reception.template.Plan.PlannedChannel;
import chat.parley.reception.template.Plan.PlannedRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a new guild of a plan: every number becomes an id.
final class Building implements Blueprint {
    private final Plan plan;
    private final Snowflakes ids;
    private final Map<Integer, RoleId> roles = new HashMap<>();
    private final Map<Integer, ChannelId> channels = new HashMap<>();

    Building(Plan plan, Snowflakes ids) {
        this.plan = plan;
        this.ids = ids;
    }

    @Override
    public Beginning begin(Sql sql, GuildId guild) throws SQLException {
        plan.roles()
                .forEach(it ->
                        roles.put(it.number(), it.number() == 0 ? new RoleId(guild.value()) : new RoleId(ids.next())));
        plan.channels().forEach(it -> channels.put(it.number(), new ChannelId(ids.next())));
        Furnishing.place(
                sql, plan.channels().stream().map(it -> channel(guild, it)).toList());
        var settings = new Guild.Settings(
                channel(plan.systemChannel()),
                null,
                channel(plan.afkChannel()),
                plan.habits().afkTimeoutS(),
                plan.habits().verificationLevel(),
                plan.habits().defaultNotifications(),
                plan.habits().contentFilter(),
                plan.habits().locale(),
                Safety.NONE);
        return new Beginning(
                plan.description(),
                settings,
                plan.roles().stream().map(it -> role(guild, it)).toList());
    }

    private @Nullable ChannelId channel(@Nullable Integer number) {
        return number == null ? null : channels.get(number);
    }

    private Role role(GuildId guild, PlannedRole role) {
        return new Role(
                Objects.requireNonNull(roles.get(role.number())),
                guild,
                role.name(),
                new Role.Look(role.color(), null, role.emoji()),
                role.hoist(),
                role.mentionable(),
                null,
                role.number(),
                role.permissions());
    }

    private Channel channel(GuildId guild, PlannedChannel channel) {
        var forum = channel.details().forum();
        return new Channel(
                Objects.requireNonNull(channels.get(channel.number())),
                guild,
                channel.kind(),
                channel.name(),
                channel.position(),
                channel(channel.parent()),
                forum == null ? channel.details() : channel.details().with(tagged(forum)),
                overwrites(channel));
    }

    private List<Overwrite> overwrites(PlannedChannel channel) {
        var granted = new ArrayList<Overwrite>();
        for (var overwrite : channel.overwrites()) {
            var role = roles.get((int) overwrite.target());
            if (role != null) {
                granted.add(new Overwrite(Overwrite.Kind.ROLE, role.value(), overwrite.allow(), overwrite.deny()));
            }
        }
        return granted;
    }

    private Forum tagged(Forum forum) {
        var tags = forum.tags().stream()
                .map(it -> new Forum.Tag(ids.next(), it.name(), it.moderated(), it.emoji()))
                .toList();
        return new Forum(tags, forum.reaction(), forum.sortOrder(), forum.layout(), forum.requireTag());
    }
}
