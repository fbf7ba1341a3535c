package chat.parley.edge.discord.shape.people;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import chat.parley.account.User;
import chat.parley.account.Users;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.MessageId;
import chat.parley.base.id.UserId;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.guild.Guild;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Member;
import chat.parley.message.Ledger.End;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/// Discord's channel object of a conversation, as one of those in it is told of it.
///
/// @param name of a group that has one
/// @param recipients the others
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record PrivateChannelShape(
        ChannelId id,
        int type,
        int flags,
        @JsonInclude(ALWAYS) @Nullable String name,
        @JsonInclude(ALWAYS) @Nullable MessageId lastMessageId,
        @JsonInclude(ALWAYS) @Nullable Instant lastPinTimestamp,
        List<UserShape> recipients,
        @JsonUnwrapped @Nullable Group group) {

    /// What only groups have.
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record Group(@JsonInclude(ALWAYS) @Nullable String icon, UserId ownerId) {}

    public static PrivateChannelShape of(GuildSnapshot conversation, UserId reader, Users users, End end) {
        var guild = conversation.guild();
        boolean group = guild.kind() == Guild.Kind.GROUP;
        return new PrivateChannelShape(
                new ChannelId(guild.id().value()),
                group ? 3 : 1,
                0,
                group && !guild.name().isEmpty() ? guild.name() : null,
                end.message(),
                end.pin(),
                others(conversation, reader, users),
                group ? new Group(guild.icon(), guild.owner()) : null);
    }

    private static List<UserShape> others(GuildSnapshot conversation, UserId reader, Users users) {
        var ids = conversation.members().page(0, conversation.members().size()).stream()
                .map(Member::user)
                .filter(it -> !it.equals(reader))
                .toList();
        var known = users.all(ids);
        return ids.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map((User it) -> UserShape.of(it))
                .toList();
    }
}
