package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;

/// A set of permissions with a name and a place in the hierarchy.
///
/// @param color 24-bit RGB, 0 for none
/// @param position 0 is `@everyone`; higher stands above
/// @param managed belongs to a bot and is not given by hand
public record Role(
        RoleId id,
        GuildId guild,
        String name,
        int color,
        boolean hoist,
        boolean mentionable,
        boolean managed,
        int position,
        long permissions) {

    public boolean everyone() {
        return id.value() == guild.value();
    }

    public Role at(int other) {
        return new Role(id, guild, name, color, hoist, mentionable, managed, other, permissions);
    }

    public Role granting(long bits) {
        return new Role(id, guild, name, color, hoist, mentionable, managed, position, bits);
    }

    /// As it is shown: name, colour, in a group of its own or not, mentionable by everybody or not.
    public Role shown(String otherName, int otherColor, boolean hoisted, boolean mentioned) {
        return new Role(id, guild, otherName, otherColor, hoisted, mentioned, managed, position, permissions);
    }
}
