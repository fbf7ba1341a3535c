package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The settings of a community, or of a conversation, which has few.
///
/// @param name empty for a conversation that nobody named
/// @param afkTimeoutS one of 60, 300, 900, 1800, 3600: JDA refuses any other
/// @param verificationLevel, defaultNotifications, contentFilter, mfaLevel Discord's numbers
public record Guild(
        GuildId id,
        Kind kind,
        String name,
        Pictures pictures,
        @Nullable String description,
        UserId owner,
        Settings settings,
        Reception reception,
        Instant createdAt) {

    /// Conversations are stored and thought of as guilds without a hall: they have members, fixed rights and one
    /// channel, whose id is also theirs, and nothing of what a community's list, settings and routes show.
    public enum Kind {
        COMMUNITY,
        /// Two people, for ever.
        DIRECT,
        /// Up to ten, who come and go.
        GROUP
    }

    public record Settings(
            @Nullable ChannelId systemChannel,
            @Nullable ChannelId rulesChannel,
            @Nullable ChannelId afkChannel,
            int afkTimeoutS,
            int verificationLevel,
            int defaultNotifications,
            int contentFilter,
            String locale,
            Safety safety) {

        /// A new guild's.
        static Settings initial(@Nullable ChannelId systemChannel) {
            return new Settings(systemChannel, null, null, 300, 0, 0, 0, "en-US", Safety.NONE);
        }

        /// Without a channel that is no more.
        public Settings without(ChannelId channel) {
            return new Settings(
                    channel.equals(systemChannel) ? null : systemChannel,
                    channel.equals(rulesChannel) ? null : rulesChannel,
                    channel.equals(afkChannel) ? null : afkChannel,
                    afkTimeoutS,
                    verificationLevel,
                    defaultNotifications,
                    contentFilter,
                    locale,
                    channel.equals(safety.alerts()) ? safety.alerting(null) : safety);
        }

        public Settings with(Safety other) {
            return new Settings(
                    systemChannel,
                    rulesChannel,
                    afkChannel,
                    afkTimeoutS,
                    verificationLevel,
                    defaultNotifications,
                    contentFilter,
                    locale,
                    other);
        }
    }

    /// Hashes of the guild's pictures; absent means none.
    public record Pictures(
            @Nullable String icon,
            @Nullable String banner,
            @Nullable String splash,
            @Nullable String discoverySplash) {
        public static final Pictures NONE = new Pictures(null, null, null, null);
    }

    public @Nullable String icon() {
        return pictures.icon();
    }

    public boolean isPrivate() {
        return kind != Kind.COMMUNITY;
    }

    public Guild with(Settings others) {
        return new Guild(id, kind, name, pictures, description, owner, others, reception, createdAt);
    }

    public Guild with(Safety other) {
        return with(settings.with(other));
    }

    public Guild with(Reception other) {
        return new Guild(id, kind, name, pictures, description, owner, settings, other, createdAt);
    }

    /// Without a channel that is no more.
    public Guild without(ChannelId channel) {
        return with(settings.without(channel)).with(reception.without(channel));
    }

    public Guild named(String other) {
        return new Guild(id, kind, other, pictures, description, owner, settings, reception, createdAt);
    }

    public Guild described(@Nullable String other) {
        return new Guild(id, kind, name, pictures, other, owner, settings, reception, createdAt);
    }

    public Guild with(Pictures others) {
        return new Guild(id, kind, name, others, description, owner, settings, reception, createdAt);
    }

    public Guild ownedBy(UserId other) {
        return new Guild(id, kind, name, pictures, description, other, settings, reception, createdAt);
    }
}
