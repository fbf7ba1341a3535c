package chat.parley.conversation;

import chat.parley.account.settings.Habits;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.bus.Bus;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.base.limit.Limits;
import chat.parley.base.work.Chores;
import chat.parley.guild.GuildEvent;
import chat.parley.guild.Guilds;

/// Closes a guild that somebody joins to messages from its members, for those who want each new one so.
public final class FreshGuilds implements AutoCloseable {
    private final Guilds guilds;
    private final UserSettings settings;
    private final Chores chores = new Chores("fresh-guilds");

    public FreshGuilds(Guilds guilds, UserSettings settings, Bus bus) {
        this.guilds = guilds;
        this.settings = settings;
        bus.subscribe(
                GuildEvent.MemberJoined.class,
                it -> chores.add(() -> joined(it.guild(), it.member().user())));
    }

    @Override
    public void close() {
        chores.close();
    }

    private void joined(GuildId id, UserId user) {
        var guild = guilds.find(id);
        boolean wanted = settings.of(user).habits().privacy().closesNewGuilds();
        if (wanted && guild != null && !guild.isPrivate()) {
            settings.change(user, before -> closing(before, id));
        }
    }

    private static Habits closing(Habits before, GuildId guild) {
        boolean room = before.privacy().closedGuilds().size() < Limits.GUILDS_PER_USER_MAX;
        return room && !before.privacy().closedGuilds().contains(guild)
                ? before.with(before.privacy().closing(guild))
                : before;
    }
}
