package chat.parley.conversation;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;

/// What happens to a conversation beside what happens to every guild. Published in the order of its guild's events.
public sealed interface ConversationEvent extends Event {
    GuildId guild();

    /// Somebody's list shows it from now on.
    record Opened(GuildId guild, UserId user) implements ConversationEvent {}

    /// Somebody has closed it for themselves.
    record Closed(GuildId guild, UserId user) implements ConversationEvent {}

    record Added(GuildId guild, UserId by, UserId user) implements ConversationEvent {}

    /// @param by who removed them; themselves when they left
    record Removed(GuildId guild, UserId by, UserId user) implements ConversationEvent {}

    /// @param name empty when the name was taken away
    record Renamed(GuildId guild, UserId by, String name) implements ConversationEvent {}

    record Redrawn(GuildId guild, UserId by) implements ConversationEvent {}
}
