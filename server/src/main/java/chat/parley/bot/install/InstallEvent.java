package chat.parley.bot.install;

import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;

/// What happens to the applications of a guild.
public sealed interface InstallEvent extends Event {
    GuildId guild();

    /// @param again it was installed before, with other scopes perhaps
    record Installed(Installation it, boolean again) implements InstallEvent {
        @Override
        public GuildId guild() {
            return it.guild();
        }
    }

    record Removed(GuildId guild, UserId application) implements InstallEvent {}
}
