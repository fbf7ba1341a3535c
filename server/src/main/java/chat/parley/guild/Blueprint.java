package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.sql.Database.Sql;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a new guild begins with.
@FunctionalInterface
public interface Blueprint {
    /// Stores the first channels, inside of the transaction that founds the guild.
    Beginning begin(Sql sql, GuildId guild) throws SQLException;

    /// @param roles `@everyone` first, whose id is the guild's; they are stored by [Founding]
    record Beginning(@Nullable String description, Guild.Settings settings, List<Role> roles) {
        public Beginning {
            roles = List.copyOf(roles);
        }
    }
}
