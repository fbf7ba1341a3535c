package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.channel.Channel;
import chat.parley.edge.discord.shape.reception.WelcomeShape;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Invite;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's invite object: what strangers may know of the guild that they are invited to.
///
/// @param type 0, to a guild
/// @param terms only for those who may see how often it was used
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record InviteShape(
        int type,
        String code,
        @JsonInclude(ALWAYS) @Nullable Instant expiresAt,
        InvitingGuild guild,
        GuildId guildId,
        InvitingChannel channel,
        @Nullable UserShape inviter,
        @Nullable Integer approximateMemberCount,
        @Nullable Integer approximatePresenceCount,
        @JsonUnwrapped @Nullable Terms terms) {

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record InvitingGuild(
            GuildId id,
            String name,
            @JsonInclude(ALWAYS) @Nullable String splash,
            @JsonInclude(ALWAYS) @Nullable String banner,
            @JsonInclude(ALWAYS) @Nullable String description,
            @JsonInclude(ALWAYS) @Nullable String icon,
            List<String> features,
            int verificationLevel,
            @JsonInclude(ALWAYS) @Nullable String vanityUrlCode,
            int nsfwLevel,
            boolean nsfw,
            int premiumSubscriptionCount,
            @Nullable WelcomeShape welcomeScreen) {}

    public record InvitingChannel(ChannelId id, int type, String name) {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Terms(int uses, int maxUses, int maxAge, boolean temporary, Instant createdAt) {}

    /// What anybody may see.
    public static InviteShape of(
            Invite invite,
            GuildSnapshot snapshot,
            Channel channel,
            @Nullable User inviter,
            @Nullable WelcomeShape welcome) {
        var guild = snapshot.guild();
        return new InviteShape(
                0,
                invite.code(),
                invite.expiresAt(),
                new InvitingGuild(
                        guild.id(),
                        guild.name(),
                        null,
                        null,
                        guild.description(),
                        guild.icon(),
                        guild.reception().features(),
                        guild.settings().verificationLevel(),
                        guild.reception().vanity(),
                        0,
                        false,
                        0,
                        welcome),
                guild.id(),
                new InvitingChannel(channel.id(), channel.kind().number(), channel.name()),
                inviter == null ? null : UserShape.of(inviter),
                null,
                null,
                null);
    }

    public InviteShape counted(int members, int online) {
        return new InviteShape(type, code, expiresAt, guild, guildId, channel, inviter, members, online, terms);
    }

    /// What those see who may manage it.
    public InviteShape with(Invite invite) {
        var shown =
                new Terms(invite.uses(), invite.maxUses(), invite.maxAgeS(), invite.temporary(), invite.createdAt());
        return new InviteShape(
                type,
                code,
                expiresAt,
                guild,
                guildId,
                channel,
                inviter,
                approximateMemberCount,
                approximatePresenceCount,
                shown);
    }
}
