package chat.parley.edge.discord.shape.bot;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.bot.event.EventCourier;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.install.Installations;
import chat.parley.bot.install.OwnInstalled;
import chat.parley.bot.oauth.OAuthEvent;
import chat.parley.edge.discord.shape.GuildShape;
import chat.parley.edge.discord.shape.UserShape;
import chat.parley.guild.Guilds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What applications are told about themselves, as Discord writes it.
public final class ApplicationEventShapes implements EventCourier.EventWords {
    private final Users users;
    private final Guilds guilds;

    public ApplicationEventShapes(Users users, Guilds guilds) {
        this.users = users;
        this.guilds = guilds;
    }

    @Override
    public Object installed(InstallEvent.Installed event) {
        var shape = about(event.it().installedBy(), event.it().scopes());
        shape.put("integration_type", 0);
        shape.put("guild", GuildShape.of(guilds.snapshot(event.guild())));
        return shape;
    }

    @Override
    public Object taken(OwnInstalled event) {
        var shape = about(event.person(), List.of(Installations.COMMANDS));
        shape.put("integration_type", 1);
        return shape;
    }

    @Override
    public Object authorized(OAuthEvent.Authorized event) {
        return about(event.person(), event.scopes());
    }

    @Override
    public Object deauthorized(OAuthEvent.Deauthorized event) {
        return Map.of("user", UserShape.of(users.one(event.person())));
    }

    private Map<String, Object> about(UserId person, List<String> scopes) {
        var shape = new LinkedHashMap<String, Object>();
        shape.put("user", UserShape.of(users.one(person)));
        shape.put("scopes", scopes);
        return shape;
    }
}
