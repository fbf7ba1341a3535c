package chat.parley.guild.role;

import chat.parley.base.sql.Database.Sql;
import chat.parley.guild.Role;
import java.sql.SQLException;
import java.util.Collection;

/// Writes roles; `guild` reads them with the rest of the guild.
public final class RoleStore {
    private RoleStore() {}

    /// Writes roles as they are now, new ones and known ones alike.
    public static void save(Sql sql, Collection<Role> roles) throws SQLException {
        for (var role : roles) {
            sql.change(
                    """
                    INSERT INTO roles (id, guild, name, color, icon, unicode_emoji, hoist, mentionable, managed, bot,
                        position, permissions)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET name = excluded.name, color = excluded.color,
                        icon = excluded.icon, unicode_emoji = excluded.unicode_emoji,
                        hoist = excluded.hoist, mentionable = excluded.mentionable, position = excluded.position,
                        permissions = excluded.permissions
                    """,
                    role.id(),
                    role.guild(),
                    role.name(),
                    role.color(),
                    role.look().icon(),
                    role.look().emoji(),
                    role.hoist(),
                    role.mentionable(),
                    role.managed(),
                    role.bot(),
                    role.position(),
                    role.permissions());
        }
    }

    /// Deletes a role and takes it from all who hold it.
    static void delete(Sql sql, Role role) throws SQLException {
        sql.change("DELETE FROM roles WHERE id = ?", role.id());
        sql.change(
                "UPDATE members SET roles = array_remove(roles, ?) WHERE guild = ? AND ? = ANY (roles)",
                role.id(),
                role.guild(),
                role.id());
    }
}
