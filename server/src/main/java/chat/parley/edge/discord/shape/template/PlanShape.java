package chat.parley.edge.discord.shape.template;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.channel.Channel;
import chat.parley.channel.trait.Forum;
import chat.parley.edge.discord.shape.ChannelShape.EmojiShape;
import chat.parley.edge.discord.shape.OverwriteShape;
import chat.parley.edge.discord.shape.RoleShape;
import chat.parley.reception.template.Plan;
import chat.parley.reception.template.Plan.PlannedChannel;
import chat.parley.reception.template.Plan.PlannedRole;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// What Discord's templates say of a guild: ids are small numbers, and where others refer to them, strings.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(ALWAYS)
public record PlanShape(
        String name,
        @Nullable String description,
        @Nullable String iconHash,
        String region,
        int verificationLevel,
        int defaultMessageNotifications,
        int explicitContentFilter,
        String preferredLocale,
        @Nullable String afkChannelId,
        int afkTimeout,
        @Nullable String systemChannelId,
        int systemChannelFlags,
        List<Role> roles,
        List<Room> channels) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record Role(
            int id,
            String name,
            String permissions,
            int color,
            RoleShape.Colors colors,
            boolean hoist,
            boolean mentionable,
            @Nullable String icon,
            @Nullable String unicodeEmoji) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record Room(
            int id,
            int type,
            String name,
            int position,
            @Nullable String topic,
            int bitrate,
            int userLimit,
            boolean nsfw,
            int rateLimitPerUser,
            @Nullable String parentId,
            @Nullable Integer defaultAutoArchiveDuration,
            List<OverwriteShape> permissionOverwrites,
            @Nullable List<Tag> availableTags,
            String template,
            @Nullable EmojiShape defaultReactionEmoji,
            @Nullable Integer defaultThreadRateLimitPerUser,
            @Nullable Integer defaultSortOrder,
            @Nullable Integer defaultForumLayout,
            @Nullable Integer defaultTagSetting,
            @Nullable Integer themeColor) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(ALWAYS)
    public record Tag(
            long id,
            String name,
            @Nullable String emojiId,
            @Nullable String emojiName,
            boolean moderated) {}

    static PlanShape of(Plan plan) {
        return new PlanShape(
                plan.name(),
                plan.description(),
                null,
                "automatic",
                plan.habits().verificationLevel(),
                plan.habits().defaultNotifications(),
                plan.habits().contentFilter(),
                plan.habits().locale(),
                text(plan.afkChannel()),
                plan.habits().afkTimeoutS(),
                text(plan.systemChannel()),
                0,
                plan.roles().stream().map(PlanShape::role).toList(),
                plan.channels().stream().map(PlanShape::room).toList());
    }

    private static Role role(PlannedRole role) {
        return new Role(
                role.number(),
                role.name(),
                Long.toString(role.permissions()),
                role.color(),
                new RoleShape.Colors(role.color(), null, null),
                role.hoist(),
                role.mentionable(),
                null,
                role.emoji());
    }

    private static Room room(PlannedChannel channel) {
        var details = channel.details();
        var forum = details.forum();
        return new Room(
                channel.number(),
                known(channel.kind()).number(),
                channel.name(),
                channel.position(),
                details.topic(),
                details.bitrate(),
                details.userLimit(),
                details.nsfw(),
                details.slowmodeS(),
                text(channel.parent()),
                details.threads().autoArchiveMin(),
                channel.overwrites().stream().map(OverwriteShape::of).toList(),
                forum == null ? null : forum.tags().stream().map(PlanShape::tag).toList(),
                "",
                forum == null || forum.reaction() == null
                        ? null
                        : new EmojiShape(null, forum.reaction().name()),
                details.threads().slowmodeS(),
                forum == null ? null : forum.sortOrder(),
                forum == null ? null : forum.layout(),
                null,
                null);
    }

    /// Discord's templates know only these; a guild made from one has the channel as it was.
    private static Channel.Kind known(Channel.Kind kind) {
        return switch (kind) {
            case ANNOUNCEMENT -> Channel.Kind.TEXT;
            case STAGE -> Channel.Kind.VOICE;
            case MEDIA -> Channel.Kind.FORUM;
            default -> kind;
        };
    }

    private static Tag tag(Forum.Tag tag) {
        return new Tag(
                tag.id(),
                tag.name(),
                null,
                tag.emoji() == null ? null : tag.emoji().name(),
                tag.moderated());
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }
}
