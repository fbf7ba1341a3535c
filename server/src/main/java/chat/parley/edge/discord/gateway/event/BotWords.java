package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.UserId;
import chat.parley.bot.Applications;
import chat.parley.bot.command.CommandEvent;
import chat.parley.bot.install.InstallEvent;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.bot.webhook.WebhookEvent;
import chat.parley.channel.Viewers;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.bot.InteractionShapes;
import java.util.List;
import java.util.Map;

/// Applications in guilds: installed, with other commands, used.
public final class BotWords {
    private final InstallWords installations;
    private final InteractionWords interactions;

    public BotWords(Applications applications, Users users, Viewers viewers, MessageShapes messages) {
        installations = new InstallWords(applications, users);
        interactions = new InteractionWords(
                applications, users, viewers, messages, new InteractionShapes(users, viewers, messages));
    }

    List<Delivery> of(InstallEvent event) {
        return installations.of(event);
    }

    List<Delivery> of(InteractionEvent event) {
        return interactions.of(event);
    }

    Map<UserId, Dispatch> told(InteractionEvent event) {
        return interactions.told(event);
    }

    List<Delivery> of(WebhookEvent event) {
        return List.of(Delivery.of(
                event.guild(),
                new Audience.Seeing(event.channel()),
                Intents.GUILD_WEBHOOKS,
                "WEBHOOKS_UPDATE",
                Map.of("guild_id", event.guild(), "channel_id", event.channel())));
    }

    List<Delivery> of(CommandEvent event) {
        var guild = event.guild();
        return switch (event) {
            case CommandEvent.Changed _ ->
                List.of(Delivery.of(
                        guild,
                        new Audience.Members(),
                        Intents.PEOPLE_ONLY,
                        "GUILD_APPLICATION_COMMAND_INDEX_UPDATE",
                        Map.of("guild_id", guild)));
            case CommandEvent.Ruled(var _, var application, var target, var rules) ->
                List.of(Delivery.of(
                        guild,
                        new Audience.Members(),
                        Intents.NONE,
                        "APPLICATION_COMMAND_PERMISSIONS_UPDATE",
                        Map.of(
                                "id",
                                target,
                                "application_id",
                                application,
                                "guild_id",
                                guild,
                                "permissions",
                                rules.stream()
                                        .map(it -> Map.of(
                                                "id",
                                                Long.toString(it.id()),
                                                "type",
                                                it.type(),
                                                "permission",
                                                it.permission()))
                                        .toList())));
        };
    }
}
