package chat.parley.edge.discord.gateway.event;

import chat.parley.account.Users;
import chat.parley.base.id.EntityId;
import chat.parley.base.id.UserId;
import chat.parley.base.json.Json;
import chat.parley.bot.Applications;
import chat.parley.bot.interaction.Answer;
import chat.parley.bot.interaction.Interaction;
import chat.parley.bot.interaction.InteractionEvent;
import chat.parley.channel.Viewers;
import chat.parley.edge.discord.gateway.session.Intents;
import chat.parley.edge.discord.gateway.wire.Dispatch;
import chat.parley.edge.discord.shape.MemberShape;
import chat.parley.edge.discord.shape.MessageShapes;
import chat.parley.edge.discord.shape.bot.ApplicationShape;
import chat.parley.edge.discord.shape.bot.InteractionShapes;
import chat.parley.message.Message;
import chat.parley.message.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Interactions: whole to the application's bot, in a word to the person who began one, and what is meant for that
/// person alone.
final class InteractionWords {
    private static final String CREATE = "INTERACTION_CREATE";
    private static final String NONCE = "nonce";

    private final Applications applications;
    private final Users users;
    private final Viewers viewers;
    private final MessageShapes messages;
    private final InteractionShapes shapes;

    InteractionWords(
            Applications applications, Users users, Viewers viewers, MessageShapes messages, InteractionShapes shapes) {
        this.applications = applications;
        this.users = users;
        this.viewers = viewers;
        this.messages = messages;
        this.shapes = shapes;
    }

    /// A bot in the guild hears it on the shard that serves the guild.
    List<Delivery> of(InteractionEvent event) {
        if (!(event instanceof InteractionEvent.Used(var it))
                || !byGateway(it)
                || !it.place().member()) {
            return List.of();
        }
        var audience = new Audience.Self(it.application());
        return List.of(Delivery.of(it.place().guild(), audience, Intents.NONE, CREATE, shapes.of(it)));
    }

    Map<UserId, Dispatch> told(InteractionEvent event) {
        return switch (event) {
            case InteractionEvent.Used(var it) -> begun(it);
            case InteractionEvent.Settled(var it, var success) ->
                Map.of(it.user(), Dispatch.of(success ? "INTERACTION_SUCCESS" : "INTERACTION_FAILURE", brief(it)));
            case InteractionEvent.Offered(var it, var choices) -> Map.of(it.user(), offered(it, choices));
            case InteractionEvent.ModalShown(var it, var modal) -> Map.of(it.user(), shown(it, modal));
            case InteractionEvent.Whispered(var to, var message, var change) -> Map.of(to, whispered(message, change));
        };
    }

    private Map<UserId, Dispatch> begun(Interaction it) {
        var told = new LinkedHashMap<UserId, Dispatch>();
        told.put(it.user(), Dispatch.of(CREATE, brief(it)));
        if (!it.place().member() && byGateway(it)) {
            told.put(it.application(), Dispatch.of(CREATE, shapes.of(it)));
        }
        return told;
    }

    private boolean byGateway(Interaction it) {
        return applications
                .find(it.application())
                .map(application -> application.interactionsUrl() == null)
                .orElse(false);
    }

    private static ObjectNode brief(Interaction it) {
        var d = Json.mapper().createObjectNode();
        d.put("id", it.id().text());
        if (it.origin().nonce() != null) {
            d.put(NONCE, it.origin().nonce());
        }
        return d;
    }

    private static Dispatch offered(Interaction it, JsonNode choices) {
        var d = brief(it);
        d.set("choices", choices);
        return Dispatch.of("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", d);
    }

    private Dispatch shown(Interaction it, Answer.Modal modal) {
        var d = brief(it);
        d.put("channel_id", it.place().channel().text());
        d.put("custom_id", modal.customId());
        d.put("title", modal.title());
        d.putPOJO("components", modal.components());
        applications
                .find(it.application())
                .ifPresent(found -> d.putPOJO(
                        "application",
                        ApplicationShape.of(found, users.find(found.id()).orElse(null))));
        return Dispatch.of("INTERACTION_MODAL_CREATE", d);
    }

    private Dispatch whispered(Message message, InteractionEvent.Change change) {
        return switch (change) {
            case POSTED -> Dispatch.of("MESSAGE_CREATE", whole(message));
            case EDITED -> Dispatch.of("MESSAGE_UPDATE", whole(message));
            case DELETED -> {
                var d = new LinkedHashMap<String, Object>();
                d.put("id", new EntityId(message.id().value()));
                d.put("channel_id", message.channel());
                if (!viewers.of(message.guild()).guild().isPrivate()) {
                    d.put("guild_id", message.guild());
                }
                yield Dispatch.of("MESSAGE_DELETE", d);
            }
        };
    }

    private Object whole(Message message) {
        var guild = viewers.of(message.guild()).guild();
        if (guild.isPrivate()) {
            return messages.of(new Quoted(message, null), MessageShapes.Context.privately(1, false));
        }
        var member = guild.member(message.author());
        var user = users.find(message.author()).orElse(null);
        var shape = member == null || user == null ? null : MemberShape.of(member, user);
        return messages.of(new Quoted(message, null), MessageShapes.Context.event(message.guild(), shape, false));
    }
}
