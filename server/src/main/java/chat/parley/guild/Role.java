package chat.parley.guild;

import chat.parley.base.id.GuildId;
import chat.parley.base.id.RoleId;
import chat.parley.base.id.UserId;
import org.jspecify.annotations.Nullable;

/// A set of permissions with a name and a place in the hierarchy.
///
/// @param position 0 is `@everyone`; higher stands above
/// @param bot the bot that the role came with; such a role is not given by hand and goes with the bot
public record Role(
        RoleId id,
        GuildId guild,
        String name,
        Look look,
        boolean hoist,
        boolean mentionable,
        @Nullable UserId bot,
        int position,
        long permissions) {

    /// How names with the role look.
    ///
    /// @param color 24-bit RGB, 0 for none
    /// @param icon hash of a picture beside the name
    /// @param emoji in the place of a picture
    public record Look(
            int color, @Nullable String icon, @Nullable String emoji) {
        public static final Look PLAIN = new Look(0, null, null);

        public Look coloured(int other) {
            return new Look(other, icon, emoji);
        }
    }

    public int color() {
        return look.color();
    }

    public boolean everyone() {
        return id.value() == guild.value();
    }

    public boolean managed() {
        return bot != null;
    }

    public Role at(int other) {
        return new Role(id, guild, name, look, hoist, mentionable, bot, other, permissions);
    }

    public Role granting(long bits) {
        return new Role(id, guild, name, look, hoist, mentionable, bot, position, bits);
    }

    /// As it is shown: name, colour, in a group of its own or not, mentionable by everybody or not.
    public Role shown(String otherName, int otherColor, boolean hoisted, boolean mentioned) {
        return new Role(
                id, guild, otherName, look.coloured(otherColor), hoisted, mentioned, bot, position, permissions);
    }

    public Role looking(Look other) {
        return new Role(id, guild, name, other, hoist, mentionable, bot, position, permissions);
    }
}
