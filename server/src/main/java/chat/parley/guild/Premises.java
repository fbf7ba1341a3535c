package chat.parley.guild;

import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.sql.Database.Sql;
import java.sql.SQLException;

/// The channels of guilds, as far as guilds must know them. `channel` implements it; it stands above and cannot
/// be imported. What takes an `Sql` runs inside the guild's own transaction; the `Runnable` it may return is
/// run after the commit, with the guild's lock held.
public interface Premises {
    /// Stores the first channels of a new guild.
    ///
    /// @return the channel in which newcomers are greeted
    ChannelId furnish(Sql sql, GuildId guild) throws SQLException;

    /// Deletes all channels of a guild.
    Runnable raze(Sql sql, GuildId guild) throws SQLException;

    /// Deletes what channels grant to a role or take from it.
    Runnable forget(Sql sql, GuildId guild, RoleId role) throws SQLException;

    /// Whether the guild has such a channel; `voice` asks for one to talk in, otherwise for one to write in.
    boolean has(GuildId guild, ChannelId channel, boolean voice);
}
