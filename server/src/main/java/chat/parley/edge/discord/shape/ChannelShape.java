package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.MessageId;
import chat.parley.channel.Channel;
import chat.parley.channel.trait.Forum;
import chat.parley.channel.trait.Lifespan;
import chat.parley.message.Ledger.End;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's channel object, as it is in a guild. What a kind does not have is left out.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ChannelShape(
        ChannelId id,
        int type,
        GuildId guildId,
        String name,
        int position,
        int flags,
        List<OverwriteShape> permissionOverwrites,
        @JsonInclude(ALWAYS) @Nullable ChannelId parentId,
        boolean nsfw,
        @JsonUnwrapped @Nullable Written written,
        @JsonUnwrapped @Nullable Spoken spoken,
        @JsonUnwrapped @Nullable Threaded threaded,
        @JsonUnwrapped @Nullable Posts posts) {
    private static final int REQUIRE_TAG = 1 << 4;

    /// What channels have in which messages are.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Written(
            @JsonInclude(ALWAYS) @Nullable String topic,
            @JsonInclude(ALWAYS) @Nullable MessageId lastMessageId,
            @JsonInclude(ALWAYS) @Nullable Instant lastPinTimestamp,
            int rateLimitPerUser) {}

    /// What voice channels have.
    ///
    /// @param lifespan ours: `temporary` or `lobby`
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Spoken(
            int bitrate,
            int userLimit,
            @JsonInclude(ALWAYS) @Nullable String rtcRegion,
            int videoQualityMode,
            @Nullable String lifespan) {}

    /// What holds for the threads of a channel.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Threaded(@Nullable Integer defaultAutoArchiveDuration, int defaultThreadRateLimitPerUser) {}

    /// What channels have that hold posts.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Posts(
            List<TagShape> availableTags,
            @JsonInclude(ALWAYS) @Nullable EmojiShape defaultReactionEmoji,
            @JsonInclude(ALWAYS) @Nullable Integer defaultSortOrder,
            int defaultForumLayout) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record TagShape(
            String id,
            String name,
            boolean moderated,
            @JsonInclude(ALWAYS) @Nullable String emojiId,
            @JsonInclude(ALWAYS) @Nullable String emojiName) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record EmojiShape(
            @JsonInclude(ALWAYS) @Nullable String emojiId,
            @JsonInclude(ALWAYS) @Nullable String emojiName) {}

    public static ChannelShape of(Channel channel, End end) {
        var details = channel.details();
        boolean voice = channel.kind().row() == Channel.Kind.Row.SPOKEN;
        return new ChannelShape(
                channel.id(),
                channel.kind().number(),
                channel.guild(),
                channel.name(),
                channel.position(),
                details.forum() != null && details.forum().requireTag() ? REQUIRE_TAG : 0,
                channel.overwrites().stream().map(OverwriteShape::of).toList(),
                channel.parent(),
                details.nsfw(),
                channel.kind() == Channel.Kind.CATEGORY
                        ? null
                        : new Written(details.topic(), end.message(), end.pin(), details.slowmodeS()),
                voice ? spoken(details) : null,
                threaded(channel),
                details.forum() == null ? null : posts(details.forum()));
    }

    private static Spoken spoken(Channel.Details details) {
        String lifespan = details.lifespan() == Lifespan.KEPT
                ? null
                : details.lifespan().name().toLowerCase(Locale.ROOT);
        return new Spoken(details.bitrate(), details.userLimit(), null, 1, lifespan);
    }

    private static @Nullable Threaded threaded(Channel channel) {
        var defaults = channel.details().threads();
        return switch (channel.kind()) {
            case TEXT, ANNOUNCEMENT, FORUM, MEDIA -> new Threaded(defaults.autoArchiveMin(), defaults.slowmodeS());
            default -> null;
        };
    }

    private static Posts posts(Forum forum) {
        var tags = forum.tags().stream()
                .map(it -> new TagShape(
                        Long.toString(it.id()), it.name(), it.moderated(), id(it.emoji()), name(it.emoji())))
                .toList();
        var reaction = forum.reaction();
        return new Posts(
                tags,
                reaction == null ? null : new EmojiShape(id(reaction), name(reaction)),
                forum.sortOrder(),
                forum.layout());
    }

    private static @Nullable String id(Forum.@Nullable Emoji emoji) {
        return emoji == null || emoji.id() == null ? null : emoji.id().toString();
    }

    private static @Nullable String name(Forum.@Nullable Emoji emoji) {
        return emoji == null ? null : emoji.name();
    }
}
