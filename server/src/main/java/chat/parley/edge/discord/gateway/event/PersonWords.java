package chat.parley.edge.discord.gateway.event;

import chat.parley.account.UserEvent;
import chat.parley.account.Users;
import chat.parley.account.settings.SettingsEvent;
import chat.parley.account.settings.UserSettings;
import chat.parley.base.bus.Event;
import chat.parley.base.id.GuildId;
import chat.parley.base.id.UserId;
import chat.parley.channel.Viewers;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.OwnUserShape;
import chat.parley.edge.discord.shape.PresenceShape;
import chat.parley.edge.discord.shape.people.SettingsShape;
import chat.parley.guild.GuildSnapshot;
import chat.parley.guild.Guilds;
import chat.parley.presence.PresenceEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// People, apart from any guild: profile, settings, presence. Others hear of somebody only in the guilds that
/// they share.
public final class PersonWords {
    private final Users users;
    private final UserSettings settings;
    private final Guilds guilds;
    private final Viewers viewers;
    private final GuildWords inGuilds;
    private final PrivateWords conversations;

    public PersonWords(
            Users users,
            UserSettings settings,
            Guilds guilds,
            Viewers viewers,
            GuildWords inGuilds,
            PrivateWords conversations) {
        this.users = users;
        this.settings = settings;
        this.guilds = guilds;
        this.viewers = viewers;
        this.inGuilds = inGuilds;
        this.conversations = conversations;
    }

    List<Delivery> of(UserEvent event, Predicate<GuildId> concerns) {
        return switch (event) {
            case UserEvent.Created _ -> List.of();
            case UserEvent.Updated(var user) ->
                Stream.concat(
                                guilds.ofMember(user.id()).stream()
                                        .filter(it -> concerns.test(it.id()))
                                        .flatMap(it -> renamed(it, user.id()).stream()),
                                guilds.conversationsOf(user.id()).stream()
                                        .filter(it -> concerns.test(it.id()))
                                        .flatMap(it -> conversations.changed(viewers.of(it.id())).stream()))
                        .toList();
        };
    }

    List<Delivery> of(PresenceEvent event, Predicate<GuildId> concerns) {
        return switch (event) {
            case PresenceEvent.Gone _ -> List.of();
            case PresenceEvent.Changed(var presence) ->
                guilds.ofMember(presence.user()).stream()
                        .map(GuildSnapshot::id)
                        .filter(concerns)
                        .map(it -> Delivery.of(
                                it,
                                new Audience.Watchers(presence.user()),
                                Intents.GUILD_PRESENCES,
                                "PRESENCE_UPDATE",
                                PresenceShape.of(presence, it)))
                        .toList();
        };
    }

    Map<UserId, Dispatch> told(Event event) {
        return switch (event) {
            case UserEvent.Updated(var user) ->
                Map.of(
                        user.id(),
                        Dispatch.of("USER_UPDATE", OwnUserShape.of(users.account(user.id()), settings.of(user.id()))));
            case SettingsEvent.Changed(var user, var _, var now) ->
                Map.of(user, Dispatch.of("USER_SETTINGS_UPDATE", SettingsShape.of(now)));
            default -> Map.of();
        };
    }

    private List<Delivery> renamed(GuildSnapshot guild, UserId user) {
        var member = guild.member(user);
        return member == null ? List.of() : inGuilds.updated(guild.id(), member);
    }
}
