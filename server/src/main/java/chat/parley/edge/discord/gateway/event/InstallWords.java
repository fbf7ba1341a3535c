package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.GuildId;
import chat.parley.bot.Applications;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.install.Installation;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.shape.bot.IntegrationShape;
import java.util.List;
import java.util.Map;

/// The applications of guilds.
final class InstallWords {
    private final Applications applications;
    private final Users users;

    InstallWords(Applications applications, Users users) {
        this.applications = applications;
        this.users = users;
    }

    List<Delivery> of(InstallEvent event) {
        return switch (event) {
            case InstallEvent.Installed(var it, var again) -> installed(it, again);
            case InstallEvent.Removed(var guild, var application) ->
                List.of(
                        say(
                                guild,
                                "INTEGRATION_DELETE",
                                Map.of("id", application, "guild_id", guild, "application_id", application)),
                        say(guild, "GUILD_INTEGRATIONS_UPDATE", Map.of("guild_id", guild)));
        };
    }

    private List<Delivery> installed(Installation it, boolean again) {
        var application = applications.find(it.application()).orElse(null);
        if (application == null) {
            return List.of();
        }
        var people = users.all(List.of(it.application(), it.installedBy()));
        var shape = IntegrationShape.of(it, application, people).in(it.guild());
        return List.of(
                say(it.guild(), again ? "INTEGRATION_UPDATE" : "INTEGRATION_CREATE", shape),
                say(it.guild(), "GUILD_INTEGRATIONS_UPDATE", Map.of("guild_id", it.guild())));
    }

    private static Delivery say(GuildId guild, String type, Object d) {
        return Delivery.of(guild, new Audience.Members(), Intents.GUILD_INTEGRATIONS, type, d);
    }
}
