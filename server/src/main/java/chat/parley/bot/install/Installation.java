package chat.parley.bot.install;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import java.time.Instant;
import java.util.List;

/// An application in a guild.
///
/// @param scopes [Installations#BOT] or [Installations#COMMANDS] or both
/// @param permissions what the bot's role was made with
public record Installation(
        GuildId guild, UserId application, UserId installedBy, List<String> scopes, long permissions, Instant at) {}
