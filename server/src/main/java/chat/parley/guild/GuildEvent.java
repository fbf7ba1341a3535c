package chat.parley.guild;

import chat.parley.base.bus.Event;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import java.util.List;

/// What happens to a guild as a whole. Published while the guild's write lock is held, so in one order for each
/// guild.
public sealed interface GuildEvent extends Event {
    GuildId guild();

    record Created(Guild it) implements GuildEvent {
        @Override
        public GuildId guild() {
            return it.id();
        }
    }

    record Updated(Guild it) implements GuildEvent {
        @Override
        public GuildId guild() {
            return it.id();
        }
    }

    /// @param isPrivate whether it was a conversation
    record Deleted(GuildId guild, boolean isPrivate) implements GuildEvent {}

    record RoleCreated(GuildId guild, Role role) implements GuildEvent {}

    record RoleUpdated(GuildId guild, Role role) implements GuildEvent {}

    record RoleDeleted(GuildId guild, RoleId role) implements GuildEvent {}

    record MemberJoined(GuildId guild, Member member) implements GuildEvent {}

    record MemberUpdated(GuildId guild, Member before, Member member) implements GuildEvent {}

    /// Left, was kicked or banned.
    record MemberLeft(GuildId guild, UserId user) implements GuildEvent {}

    record Banned(GuildId guild, UserId user) implements GuildEvent {}

    record Unbanned(GuildId guild, UserId user) implements GuildEvent {}

    /// An emoji was made, changed or deleted; these are all there are.
    record EmojisUpdated(GuildId guild, List<Expressions.Emoji> emojis) implements GuildEvent {}

    /// A sticker was made, changed or deleted; these are all there are.
    record StickersUpdated(GuildId guild, List<Expressions.Sticker> stickers) implements GuildEvent {}

    record SoundCreated(GuildId guild, Expressions.Sound sound) implements GuildEvent {}

    record SoundUpdated(GuildId guild, Expressions.Sound sound) implements GuildEvent {}

    record SoundDeleted(GuildId guild, EntityId sound) implements GuildEvent {}

    record InviteCreated(GuildId guild, Invite invite) implements GuildEvent {}

    record InviteDeleted(GuildId guild, ChannelId channel, String code) implements GuildEvent {}
}
