package chat.parley.edge.discord.shape;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import chat.parley.guild.Member;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's member object. It is always whole: JDA updates its caches from every member it meets.
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record MemberShape(
        UserShape user,
        @JsonInclude(ALWAYS) @Nullable String nick,
        @JsonInclude(ALWAYS) @Nullable String avatar,
        @JsonInclude(ALWAYS) @Nullable String banner,
        List<RoleId> roles,
        Instant joinedAt,
        @JsonInclude(ALWAYS) @Nullable Instant premiumSince,
        boolean deaf,
        boolean mute,
        int flags,
        boolean pending,
        @JsonInclude(ALWAYS) @Nullable Instant communicationDisabledUntil) {

    public static MemberShape of(Member member, User user) {
        return new MemberShape(
                UserShape.of(user),
                member.nick(),
                member.look().avatar(),
                member.look().banner(),
                member.roles(),
                member.joinedAt(),
                null,
                false,
                false,
                member.arrival().flags(),
                member.arrival().pending(),
                member.timeoutUntil());
    }

    /// As moderators muted or deafened them in voice channels.
    public MemberShape silenced(boolean muted, boolean deafened) {
        return new MemberShape(
                user,
                nick,
                avatar,
                banner,
                roles,
                joinedAt,
                premiumSince,
                deafened,
                muted,
                flags,
                pending,
                communicationDisabledUntil);
    }

    /// All whose user is known.
    public static List<MemberShape> of(Collection<Member> members, Map<UserId, User> users) {
        return members.stream()
                .map(member -> {
                    var user = users.get(member.user());
                    return user == null ? null : of(member, user);
                })
                .filter(Objects::nonNull)
                .toList();
    }
}
