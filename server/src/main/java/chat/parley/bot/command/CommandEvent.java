package chat.parley.bot.command;

import chat.parley.base.bus.Event;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.util.List;

/// What happens to the commands of a guild.
public sealed interface CommandEvent extends Event {
    GuildId guild();

    /// Others can be used now than before.
    record Changed(GuildId guild, UserId application) implements CommandEvent {}

    /// @param target a command, or the application for all of its commands
    record Ruled(GuildId guild, UserId application, EntityId target, List<Rule> rules) implements CommandEvent {}
}
