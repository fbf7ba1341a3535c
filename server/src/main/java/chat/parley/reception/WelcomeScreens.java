package chat.parley.reception;

import chat.parley.account.Caller;
import chat.parley.base.id.ChannelId;
import chat.parley.base.id.GuildId;
import chat.parley.base.refusal.Refusal;
import chat.parley.base.refusal.Refusal.Thing;
import chat.parley.base.sql.Database;
import chat.parley.channel.Channel;
import chat.parley.channel.Channels;
import chat.parley.channel.Viewers;
import chat.parley.guild.Guilds;
import chat.parley.guild.deed.Change;
import chat.parley.guild.deed.Deed;
import chat.parley.guild.deed.DeedKind;
import chat.parley.permission.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The screens that greet newcomers.
public final class WelcomeScreens {
    private final Guilds guilds;
    private final Channels channels;
    private final Viewers viewers;
    private final ReceptionStore store;

    public WelcomeScreens(Guilds guilds, Channels channels, Viewers viewers, Database database) {
        this.guilds = guilds;
        this.channels = channels;
        this.viewers = viewers;
        this.store = new ReceptionStore(database);
    }

    /// For anybody who is about to join; without channels that not everybody sees. Absent unless it is on.
    public Optional<WelcomeScreen> shown(GuildId id) {
        var guild = guilds.find(id);
        return guild == null || !guild.guild().reception().welcomes()
                ? Optional.empty()
                : store.welcome(id).map(it -> open(id, it));
    }

    /// For members while it is on, and for those who set it up.
    public WelcomeScreen of(Caller caller, GuildId id) {
        var access = guilds.of(caller, id);
        if (access.may(Permission.MANAGE_GUILD)) {
            return store.welcome(id).orElse(WelcomeScreen.EMPTY);
        }
        return shown(id).orElseThrow(() -> Refusal.unknown(Thing.WELCOME_SCREEN));
    }

    /// @param enabled whether it is shown; absent when that stays
    public WelcomeScreen change(
            Caller caller, GuildId id, @Nullable Boolean enabled, UnaryOperator<WelcomeScreen> change) {
        return guilds.write(id, writing -> {
            var guild = writing.as(caller).requiring(Permission.MANAGE_GUILD).guild();
            var before = store.welcome(id).orElse(WelcomeScreen.EMPTY);
            var after = change.apply(before);
            after.places().forEach(it -> requireSeen(caller, id, it.channel()));
            if (!after.equals(before)) {
                store.save(id, after);
                writing.note(Deed.of(caller, id, DeedKind.GUILD_UPDATE, id)
                        .changing(List.of(Change.of("description", before.description(), after.description()))));
            }
            if (enabled != null && enabled != guild.reception().welcomes()) {
                writing.change(guild.with(guild.reception().welcoming(enabled)));
                writing.note(Deed.of(caller, id, DeedKind.GUILD_UPDATE, id)
                        .changing(List.of(Change.of("enabled", !enabled, enabled))));
            }
            return after;
        });
    }

    private void requireSeen(Caller caller, GuildId guild, ChannelId id) {
        var channel = channels.seenBy(caller, id).channel();
        if (!channel.guild().equals(guild)) {
            throw Refusal.unknown(Thing.CHANNEL);
        }
    }

    private WelcomeScreen open(GuildId id, WelcomeScreen screen) {
        return screen.within(
                viewers.of(id).visibleToEverybody().stream().map(Channel::id).collect(Collectors.toSet()));
    }
}
